package org.terrella.webapp.form;

import org.terrella.json.JsonBoolean;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;
import org.terrella.webapp.processing.ProcessingRun;
import org.terrella.workbench.ui.El;

/** A box to tick: for a truth value, or for a result that is made only when it is wanted. */
final class FlagControl extends Control {
  private final boolean sink;
  private final El box = El.of("wa-checkbox", "").attr("size", "s");

  FlagControl(FormScope scope, JsonObject parameter) {
    super(scope, parameter);
    sink = !parameter.string("type").equals("boolean");
    box.text(sink ? "Also: " + label() : label());
    set(sink ? JsonNull.NULL : defaultValue());
  }

  @Override
  public El element() {
    return box;
  }

  @Override
  public JsonValue value() {
    if (sink) {
      return box.checked() ? new JsonString(ProcessingRun.TEMPORARY) : JsonNull.NULL;
    }
    return JsonBoolean.of(box.checked());
  }

  @Override
  public void set(JsonValue value) {
    box.checked(value instanceof JsonBoolean truth ? truth.value() : value instanceof JsonString);
  }
}
