package org.terrella.webapp.form;

import java.util.Locale;
import org.terrella.document.Layer;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;
import org.terrella.webapp.data.ExportFormat;
import org.terrella.webapp.processing.ProcessingRun;
import org.terrella.workbench.ui.El;
import org.terrella.workbench.workspace.Workspace;

/** Where a result goes: a new layer by a name, a file of the workspace, or nowhere. */
public final class SinkControl extends Control {
  private static final String NONE = "none";
  private static final String LAYER = "layer";

  private final El kind = El.of("wa-select", "").attr("size", "s").attr("label", label());
  private final El name = El.of("wa-input", "").attr("size", "s");
  private final El load =
      El.of("wa-checkbox", "").attr("size", "s").text("Open it when done").checked(true);
  private final El box = El.div("form-sink").add(kind, name, load);
  private String chosen;
  private boolean own;

  SinkControl(FormScope scope, JsonObject parameter) {
    super(scope, parameter);
    if (!isMade()) {
      kind.add(option(NONE, "Not made"));
    }
    kind.add(option(LAYER, "New layer"));
    for (ExportFormat format : ExportFormat.values()) {
      kind.add(option(format.extension(), "File: " + format.label()));
    }
    choose(isMade() ? LAYER : NONE);
    name.value(usual());
    kind.on("change", event -> chooseAnother(kind.value()));
    name.on(
        "input",
        event -> {
          own = true;
          follow();
        });
  }

  private boolean isMade() {
    return parameter.optBool("createdByDefault", true);
  }

  private void choose(String now) {
    chosen = now;
    boolean file = isFile();
    kind.attr("value", now).value(now);
    name.flag("hidden", now.equals(NONE))
        .attr("aria-label", label() + (file ? ": file in the workspace" : ": name of the layer"));
    load.flag("hidden", !file);
  }

  private boolean isFile() {
    return !chosen.equals(LAYER) && !chosen.equals(NONE);
  }

  /** The name stays when only the kind changes. */
  private void chooseAnother(String now) {
    String stem = stem();
    choose(now);
    name.value(isFile() ? "results/" + Workspace.safe(stem) + "." + now : stem);
    scope.changed();
  }

  private String stem() {
    String text = name.value().trim();
    int folder = text.lastIndexOf('/');
    if (!isFile()) {
      return text;
    }
    int dot = text.indexOf('.', folder + 1);
    return text.substring(folder + 1, dot < 0 ? text.length() : dot);
  }

  /** Lets the choice be what the extension says. */
  private void follow() {
    if (isFile()) {
      try {
        choose(ExportFormat.of(name.value().trim()).extension());
      } catch (TerrellaException unknown) {
        // The form says so.
        return;
      }
    }
  }

  /** What the result is called while nobody says anything else. */
  private String usual() {
    Layer layer = scope.namesByLayer() ? scope.layer("") : null;
    return layer == null ? label() : label() + " " + layer.name();
  }

  @Override
  public El element() {
    return box;
  }

  /** The file to open as a layer after the run; empty for none. */
  public String toOpen() {
    return isFile() && load.checked() ? name.value().trim() : "";
  }

  @Override
  public JsonValue value() {
    String text = name.value().trim();
    if (chosen.equals(NONE)) {
      return JsonNull.NULL;
    } else if (!isFile()) {
      if (text.isEmpty()) {
        throw TerrellaException.invalid(label() + " needs a name.");
      }
      return new JsonString(
          text.equals(label()) ? ProcessingRun.TEMPORARY : ProcessingRun.NAMED + text);
    }
    ExportFormat format = ExportFormat.of(Workspace.checked(text));
    String file = text.substring(text.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    if (file.equals("." + format.extension())) {
      throw TerrellaException.invalid(label() + " needs a name before the dot.");
    }
    return new JsonString(text);
  }

  @Override
  public void set(JsonValue value) {
    String text = value instanceof JsonString given ? given.value() : "";
    own = !text.isEmpty() && !text.equals(ProcessingRun.TEMPORARY);
    if (!own) {
      choose(text.isEmpty() && !isMade() ? NONE : LAYER);
      name.value(usual());
    } else if (text.startsWith(ProcessingRun.NAMED)) {
      choose(LAYER);
      name.value(text.substring(ProcessingRun.NAMED.length()));
    } else {
      name.value(text);
      choose(ExportFormat.GEOPACKAGE.extension());
      follow();
    }
  }

  /** Takes the kind and the folder of another row, not its name: each has a result of its own. */
  @Override
  public void fill(Control other) {
    SinkControl from = (SinkControl) other;
    choose(from.chosen);
    load.checked(from.load.checked());
    own = false;
    rename(from.folder());
  }

  @Override
  void layersChanged() {
    if (!own && scope.namesByLayer()) {
      rename(folder());
    }
  }

  private String folder() {
    String text = name.value();
    return isFile() ? text.substring(0, text.lastIndexOf('/') + 1) : "";
  }

  private void rename(String folder) {
    name.value(isFile() ? folder + Workspace.safe(usual()) + "." + chosen : usual());
  }
}
