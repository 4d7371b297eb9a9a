package org.terrella.webapp.form;

import org.terrella.document.Layer;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;
import org.terrella.webapp.expression.ExpressionDialog;
import org.terrella.webapp.expression.ExpressionEditor;
import org.terrella.workbench.ui.El;
import org.terrella.workbench.ui.Icon;

/** An expression over the features of the first layer. */
final class ExpressionControl extends Control {
  private final ExpressionEditor editor;
  private final El box = El.div("expression-field");

  ExpressionControl(FormScope scope, JsonObject parameter) {
    super(scope, parameter);
    editor = new ExpressionEditor(scope.app, () -> scope.layer(""), label(), 2, scope::changed);
    El edit = El.iconButton(Icon.RENAME, "Edit " + label(), this::edit);
    box.add(
        El.of("span", "field-label").attr("aria-hidden", "true").text(label()),
        El.div("with-button").add(editor.element(), edit));
    if (defaultValue() instanceof JsonString given) {
      editor.area().value(given.value());
    }
  }

  private void edit() {
    Layer layer = scope.layer("");
    if (layer != null) {
      ExpressionDialog.open(scope.app, layer, label(), editor.text(), editor::text);
    }
  }

  /** The text area; what is written there is looked at while one writes. */
  ExpressionEditor editor() {
    return editor;
  }

  @Override
  public El element() {
    return box;
  }

  @Override
  public JsonValue value() {
    if (editor.text().isEmpty()) {
      if (!optional()) {
        throw missing();
      }
      return JsonNull.NULL;
    }
    if (!editor.problem().isEmpty()) {
      throw TerrellaException.invalid(label() + ": " + editor.problem());
    }
    return new JsonString(editor.text());
  }

  @Override
  boolean showsProblem() {
    return !editor.problem().isEmpty();
  }

  @Override
  public void set(JsonValue value) {
    editor.text(value instanceof JsonString text ? text.value() : "");
  }

  @Override
  void layersChanged() {
    editor.layerChanged();
  }
}
