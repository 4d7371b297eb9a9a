package org.terrella.processing.algorithm;

import org.terrella.json.JsonObject;

/**
 * Something that an algorithm gives.
 *
 * @param type QGIS's name of the kind, for example {@code outputVector}
 */
public record OutputDescription(String name, String type) {
  public JsonObject toJson() {
    return JsonObject.of().with("name", name).with("type", type);
  }
}
