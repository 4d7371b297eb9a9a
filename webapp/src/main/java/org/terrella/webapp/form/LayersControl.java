package org.terrella.webapp.form;

import java.util.ArrayList;
import java.util.List;
import org.terrella.document.Layer;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;
import org.terrella.webapp.panel.Options;
import org.terrella.workbench.ui.El;

/** Chooses any number of layers. */
final class LayersControl extends Control {
  private final El box = El.div("");
  private List<String> chosen = new ArrayList<>();

  LayersControl(FormScope scope, JsonObject parameter) {
    super(scope, parameter);
    draw();
  }

  private void draw() {
    El select =
        El.of("wa-select", "")
            .attr("label", label())
            .attr("size", "s")
            .attr("multiple", "")
            .attr("with-clear", "")
            .attr("hint", optional() ? "Optional" : "");
    for (Layer layer : scope.layers(parameter)) {
      select.add(
          option(Options.encode(layer.id()), layer.name())
              .flag("selected", chosen.contains(layer.id())));
    }
    select.on(
        "change",
        event -> {
          chosen = new ArrayList<>();
          for (String code : select.values()) {
            chosen.add(Options.decode(code));
          }
        });
    box.content(select);
  }

  @Override
  public El element() {
    return box;
  }

  @Override
  public JsonValue value() {
    if (chosen.isEmpty() && !optional()) {
      throw TerrellaException.invalid(label() + ": choose one layer or more.");
    }
    return chosen.isEmpty() ? JsonNull.NULL : JsonArray.ofStrings(chosen);
  }

  @Override
  public void set(JsonValue value) {
    chosen = new ArrayList<>();
    for (JsonValue each : value instanceof JsonArray list ? list : JsonArray.of(value)) {
      if (each instanceof JsonString id
          && scope.app.store.document().layers().containsKey(id.value())) {
        chosen.add(id.value());
      }
    }
    draw();
  }
}
