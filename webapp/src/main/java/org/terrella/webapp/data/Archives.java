package org.terrella.webapp.data;

import org.teavm.jso.file.Blob;
import org.terrella.error.TerrellaException;
import org.terrella.interop.browser.BrowserException;
import org.terrella.interop.browser.Lazy;
import org.terrella.interop.browser.Promises;
import org.terrella.json.Json;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.workbench.command.Execution;

/** PMTiles archives, of images or of vector tiles. */
public final class Archives {
  private Archives() {}

  /** Whether an archive holds vector tiles; waits, and fails when it is none. */
  static boolean isVector(String path, Blob file) {
    try {
      return Json.parseObject(
              Promises.await(Promises.await(Lazy.loadServices()).describeArchive(path, file))
                  .stringValue())
          .bool("vector");
    } catch (BrowserException damaged) {
      throw TerrellaException.malformed(damaged.getMessage());
    }
  }

  /**
   * Adds the layer of an archive; waits.
   *
   * @param path where the document finds it: a path of the workspace or a web address
   * @param file the archive, or null when it lies at the address
   * @param called the name of the file, for messages and the layer
   * @param name for the layer; empty to take the file's
   * @return the layer's id
   */
  public static String add(App app, String path, Blob file, String called, String name) {
    boolean vector = isVector(called, file);
    JsonObject parameters = JsonObject.of().with("url", path);
    JsonObject source =
        vector
            ? JsonObject.of().with("type", "VectorTileSource").with("parameters", parameters)
            : JsonObject.of()
                .with("type", "RasterSource")
                .with("parameters", parameters.with("interpolate", true));
    JsonObject layer =
        JsonObject.of()
            .with("type", vector ? "VectorTileLayer" : "RasterLayer")
            .with("name", name.isEmpty() ? Format.stem(called) : name)
            .with("source", source);
    return ((JsonObject) app.commands.execute("layer:add", layer, new Execution()))
        .string("layerId");
  }
}
