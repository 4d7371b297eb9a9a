package org.terrella.webapp.processing;

import java.util.Locale;
import org.terrella.error.TerrellaException;
import org.terrella.interop.browser.Lazy;
import org.terrella.interop.browser.Promises;
import org.terrella.interop.tools.Tools;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;

/** Models as files of QGIS that end in {@code .model3}. All methods but {@link #isOne} wait. */
public final class QgisModels {
  private QgisModels() {}

  /** Whether a path names such a file. */
  public static boolean isOne(String path) {
    return path.toLowerCase(Locale.ROOT).endsWith(".model3");
  }

  /**
   * The JSON of a model, without an id.
   *
   * @throws TerrellaException malformed-input when it is no such file; unsupported-format, naming
   *     all steps and values that are missing here
   */
  public static JsonObject read(App app, String xml) {
    Tools tools = Promises.await(Lazy.loadTools());
    JsonObject read = Json.parseObject(tools.readModel(xml, algorithms(app)));
    if (read.has("code")) {
      throw new TerrellaException(read.string("code"), read.string("message"));
    }
    return read;
  }

  /** The text of a file. */
  public static String write(App app, JsonObject model) {
    Tools tools = Promises.await(Lazy.loadTools());
    return tools.writeModel(Json.write(model), algorithms(app), Json.write(RunText.files(app)));
  }

  private static String algorithms(App app) {
    return Json.write(JsonArray.of(app.models.catalog().algorithms()));
  }
}
