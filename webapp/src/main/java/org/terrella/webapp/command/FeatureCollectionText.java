package org.terrella.webapp.command;

import org.terrella.json.Json;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonText;

/** GeoJSON whose features are handed on as they are. */
final class FeatureCollectionText {
  // In a text between quotes, such as a name, the second quote of this would follow a backslash.
  private static final String FEATURES = "\"features\":";

  private FeatureCollectionText() {}

  /** A feature collection whose member {@code features} comes last. */
  static JsonObject of(String text) {
    int at = text.indexOf(FEATURES) + FEATURES.length();
    String features = text.substring(at, text.lastIndexOf(']') + 1);
    return Json.parseObject(text.substring(0, at) + "[]}").with("features", new JsonText(features));
  }
}
