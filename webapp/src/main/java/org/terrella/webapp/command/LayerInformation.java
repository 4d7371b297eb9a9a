package org.terrella.webapp.command;

import org.terrella.document.Layer;
import org.terrella.document.Source;
import org.terrella.document.parameters.LayerType;
import org.terrella.document.parameters.SourceType;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.data.LayerSupport;
import org.terrella.webapp.data.SourceLoader;
import org.terrella.workbench.workspace.Workspace;

/** What is known of a layer and its source. */
public final class LayerInformation {
  private LayerInformation() {}

  /** All that is known; waits until the source was read, and fails when it could not be. */
  static JsonObject of(App app, Layer layer) {
    JsonObject info = source(app, layer);
    Source source = app.store.document().sourceOf(layer);
    if (source == null || !SourceLoader.loads(source.type())) {
      return info;
    }
    app.tables.settle();
    JsonObject summary = app.tables.ready(layer).summary();
    info =
        info.with("crs", app.tables.of(layer).projection())
            .with("featureCount", summary.get("featureCount"))
            .with("geometryType", summary.get("geometryType"))
            .with("fields", summary.get("fields"));
    if (app.remote.of(layer.source()).isPresent()) {
      info = info.with("remote", app.remote.of(layer.source()).get().toJson());
    }
    return summary.has("extent") ? info.with("extent", summary.get("extent")) : info;
  }

  /** What the document and the workspace say: {@code {type, drawn, source, objection?}}. */
  public static JsonObject source(App app, Layer layer) {
    String objection = LayerSupport.objection(app.store.document(), layer);
    JsonObject info = JsonObject.of().with("type", layer.type()).with("drawn", objection.isEmpty());
    if (!objection.isEmpty()) {
      info = info.with("objection", objection);
    }
    Source source = app.store.document().sourceOf(layer);
    if (source == null) {
      return info;
    }
    JsonObject about =
        JsonObject.of()
            .with("type", source.type())
            .with("kind", SourceType.of(source.type()).map(SourceType::label).orElse(""));
    if (!source.path().isEmpty()) {
      about = about.with("path", source.path());
      for (Workspace.Entry entry : app.workspace.list("")) {
        if (entry.path().equals(source.path())) {
          about = about.with("size", entry.size());
        }
      }
    }
    return info.with("source", about);
  }

  /** The layer's type for people. */
  public static String kind(Layer layer) {
    return LayerType.of(layer.type()).map(LayerType::label).orElse(layer.type());
  }
}
