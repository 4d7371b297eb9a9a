package org.terrella.webapp.form;

import org.terrella.json.JsonBoolean;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonValue;
import org.terrella.workbench.ui.El;

/** A box to tick. */
final class FlagControl extends Control {
  private final El box = El.of("wa-checkbox", "").attr("size", "s");

  FlagControl(FormScope scope, JsonObject parameter) {
    super(scope, parameter);
    box.text(label());
    set(defaultValue());
  }

  @Override
  public El element() {
    return box;
  }

  @Override
  public JsonValue value() {
    return JsonBoolean.of(box.checked());
  }

  @Override
  public void set(JsonValue value) {
    box.checked(value instanceof JsonBoolean truth && truth.value());
  }
}
