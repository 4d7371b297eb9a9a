package org.terrella.document;

import java.util.Objects;
import org.terrella.json.JsonObject;

/**
 * A layer of the map.
 *
 * @param type jGIS layer type, for example {@code VectorLayer}; types not known here are kept
 * @param parameters jGIS parameters, among them {@code source}, {@code opacity} and {@code
 *     symbologyState}
 * @param rest members that this version does not know, kept as they were
 */
public record Layer(
    String id, String name, String type, boolean visible, JsonObject parameters, JsonObject rest) {
  public static final String VECTOR = "VectorLayer";
  public static final String RASTER = "RasterLayer";

  public Layer {
    Objects.requireNonNull(id);
    Objects.requireNonNull(name);
    Objects.requireNonNull(type);
    Objects.requireNonNull(parameters);
    Objects.requireNonNull(rest);
  }

  public Layer(String id, String name, String type, JsonObject parameters) {
    this(id, name, type, true, parameters, JsonObject.of());
  }

  /** Id of the layer's source; empty when it has none. */
  public String source() {
    return parameters.optString("source", "");
  }

  /** From 0 (not to be seen) to 1. */
  public double opacity() {
    return parameters.optNumber("opacity", 1);
  }

  /** The jGIS symbology; empty when the layer has none. */
  public JsonObject symbology() {
    return parameters.optObject("symbologyState");
  }

  public Layer withName(String newName) {
    return new Layer(id, newName, type, visible, parameters, rest);
  }

  public Layer withVisible(boolean newVisible) {
    return new Layer(id, name, type, newVisible, parameters, rest);
  }

  public Layer withParameters(JsonObject newParameters) {
    return new Layer(id, name, type, visible, newParameters, rest);
  }

  public Layer withOpacity(double opacity) {
    return withParameters(parameters.with("opacity", opacity));
  }

  public Layer withSymbology(JsonObject symbology) {
    return withParameters(parameters.with("symbologyState", symbology));
  }
}
