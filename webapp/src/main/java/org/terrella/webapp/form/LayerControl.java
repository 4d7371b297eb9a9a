package org.terrella.webapp.form;

import java.util.List;
import org.terrella.document.Layer;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;
import org.terrella.webapp.panel.Options;
import org.terrella.workbench.ui.El;

/** Chooses a layer of the right kind, or its selected features. */
final class LayerControl extends Control {
  private final El box = El.div("form-source");
  private final El only = El.of("wa-checkbox", "").attr("size", "s").text("Selected features only");
  private final boolean selecting;
  private El select;
  private String chosen = "";

  LayerControl(FormScope scope, JsonObject parameter) {
    super(scope, parameter);
    selecting = parameter.optBool("selection", false);
    if (!optional()) {
      chosen = first();
    }
    only.checked(scope.app.features.count(chosen) > 0);
    draw();
  }

  /** The layer that panels are about, if it fits, else the uppermost that no other input has. */
  private String first() {
    String found = "";
    String rest = "";
    for (Layer layer : scope.layers(parameter)) {
      String id = layer.id();
      boolean taken = scope.has(id);
      if (!taken && id.equals(scope.app.selection.layer())) {
        return id;
      }
      found = found.isEmpty() && !taken ? id : found;
      rest = rest.isEmpty() ? id : rest;
    }
    return found.isEmpty() ? rest : found;
  }

  private void draw() {
    select = El.of("wa-select", "").attr("label", label()).attr("size", "s");
    if (optional()) {
      select.attr("with-clear", "").attr("hint", "Optional");
    }
    List<Layer> layers = scope.layers(parameter);
    if (layers.isEmpty()) {
      select.attr("placeholder", "No layer with " + FormScope.kinds(parameter));
    }
    for (Layer layer : layers) {
      select.add(
          option(Options.encode(layer.id()), layer.name())
              .flag("selected", layer.id().equals(chosen)));
    }
    El own = select;
    select.on(
        "change",
        event -> {
          chosen = own.value().isEmpty() ? "" : Options.decode(own.value());
          showOnly();
          scope.layersChanged();
        });
    box.content(select, only);
    showOnly();
  }

  private void showOnly() {
    only.flag("hidden", selecting || scope.app.features.count(chosen) == 0);
  }

  /** The layer's id; empty for none. */
  String id() {
    return chosen;
  }

  @Override
  public El element() {
    return box;
  }

  @Override
  public JsonValue value() {
    if (chosen.isEmpty()) {
      if (optional()) {
        return JsonNull.NULL;
      }
      boolean none = scope.layers(parameter).isEmpty();
      throw TerrellaException.invalid(
          none
              ? "The map has no layer with " + FormScope.kinds(parameter) + "."
              : label() + ": choose a layer.");
    }
    return !selecting && only.checked() && scope.app.features.count(chosen) > 0
        ? JsonObject.of().with("source", chosen).with("selectedFeaturesOnly", true)
        : new JsonString(chosen);
  }

  @Override
  public String warning() {
    return selecting && !chosen.isEmpty() && scope.app.features.count(chosen) == 0
        ? "No feature of this layer is selected."
        : "";
  }

  @Override
  public void set(JsonValue value) {
    JsonValue source = value instanceof JsonObject object ? object.opt("source", value) : value;
    if (value != source) {
      only.checked(((JsonObject) value).optBool("selectedFeaturesOnly", false));
    }
    boolean there =
        source instanceof JsonString id
            && scope.app.store.document().layers().containsKey(id.value());
    chosen = there ? ((JsonString) source).value() : optional() ? "" : chosen;
    draw();
    scope.layersChanged();
  }
}
