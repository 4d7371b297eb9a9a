package org.terrella.document;

import java.util.Objects;
import org.terrella.document.filter.LayerFilters;
import org.terrella.document.parameters.LayerParameters;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonObject;

/**
 * A layer of the map, over the JSON that stands for it in files and shared documents: what this
 * version does not know stays in it.
 *
 * @param json members {@code name} and {@code type}; perhaps {@code visible}, {@code parameters}
 *     and {@code filters}
 */
public record Layer(String id, JsonObject json) {
  public static final String VECTOR = "VectorLayer";
  public static final String RASTER = "RasterLayer";
  public static final String GEOTIFF = "GeoTiffLayer";

  /**
   * Checks the members that this class reads.
   *
   * @throws TerrellaException invalid-argument when one has the wrong type
   */
  public Layer {
    Objects.requireNonNull(id);
    json.string("name");
    json.string("type");
    json.optBool("visible", true);
    JsonObject parameters = json.optObject("parameters");
    parameters.optNumber("opacity", 1);
    parameters.optString("source", "");
    parameters.optObject("symbologyState");
  }

  public Layer(String id, String name, String type, JsonObject parameters) {
    this(id, name, type, true, parameters, JsonObject.of());
  }

  /** A layer of its members; {@code rest} are those that this version does not know. */
  public Layer(
      String id,
      String name,
      String type,
      boolean visible,
      JsonObject parameters,
      JsonObject rest) {
    this(
        id,
        rest.with("name", name)
            .with("type", type)
            .with("visible", visible)
            .with("parameters", parameters));
  }

  public String name() {
    return json.string("name");
  }

  /** jGIS layer type, for example {@code VectorLayer}; types not known here are kept. */
  public String type() {
    return json.string("type");
  }

  /** Whether the layer itself is to be seen; groups around it may still hide it. */
  public boolean visible() {
    return json.optBool("visible", true);
  }

  /** jGIS parameters, among them {@code source}, {@code opacity} and {@code symbologyState}. */
  public JsonObject parameters() {
    return json.optObject("parameters");
  }

  /** Id of the layer's source; empty when it has none. */
  public String source() {
    return parameters().optString("source", "");
  }

  /** From 0 (not to be seen) to 1. */
  public double opacity() {
    return parameters().optNumber("opacity", LayerParameters.opacity(type()));
  }

  /**
   * The parameters by the layer's type.
   *
   * @throws TerrellaException invalid-argument, naming the JSON path of what is wrong
   */
  public LayerParameters typed() {
    return LayerParameters.of(type(), parameters(), "$.layers." + id + ".parameters");
  }

  /** Which features are shown; filters that cannot be read are passed over. */
  public LayerFilters filters() {
    return LayerFilters.of(json.opt("filters", JsonNull.NULL));
  }

  /** The jGIS symbology; empty when the layer has none. */
  public JsonObject symbology() {
    return parameters().optObject("symbologyState");
  }

  public Layer withName(String newName) {
    return new Layer(id, json.with("name", newName));
  }

  public Layer withVisible(boolean newVisible) {
    return new Layer(id, json.with("visible", newVisible));
  }

  public Layer withParameters(JsonObject newParameters) {
    return new Layer(id, json.with("parameters", newParameters));
  }

  /** This layer with other parameters of its type. */
  public Layer with(LayerParameters typed) {
    return withParameters(typed.toJson(parameters()));
  }

  public Layer withFilters(LayerFilters filters) {
    JsonObject base =
        json.members().get("filters") instanceof JsonObject old ? old : JsonObject.of();
    return new Layer(id, json.with("filters", filters.toJson(base)));
  }

  public Layer withOpacity(double opacity) {
    return withParameters(parameters().with("opacity", opacity));
  }

  public Layer withSymbology(JsonObject symbology) {
    return withParameters(parameters().with("symbologyState", symbology));
  }
}
