package org.terrella.webapp.processing;

import org.terrella.document.Layer;
import org.terrella.document.Source;
import org.terrella.interop.browser.Lazy;
import org.terrella.interop.browser.Promises;
import org.terrella.json.Json;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;

/**
 * A run as something to paste elsewhere: into a script of this page, into QGIS's Python console,
 * into a shell that has {@code qgis_process}. For QGIS layers are the files that they come from.
 */
public final class RunText {
  private RunText() {}

  /** A run of the history as text, for {@code terrella}, {@code python} or {@code qgis_process}. */
  public static String of(App app, JsonObject entry, String language) {
    return Promises.await(Lazy.loadTools())
        .runText(Json.write(entry), Json.write(files(app)), language);
  }

  /** For each layer the file that it comes from, or its name. */
  static JsonObject files(App app) {
    JsonObject files = JsonObject.of();
    for (Layer layer : app.store.document().layers().values()) {
      Source source = app.store.document().sources().get(layer.source());
      String path = source == null ? "" : source.parameters().optString("path", "");
      files = files.with(layer.id(), path.isEmpty() ? layer.name() : path);
    }
    return files;
  }
}
