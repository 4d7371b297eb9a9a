package org.terrella.document.parameters;

import org.terrella.document.member.Members;
import org.terrella.document.member.Overlay;
import org.terrella.document.story.StorySegment;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonObject;

/**
 * The parameters of a layer, by its type. Opacity goes from 0 (not to be seen) to 1; {@code
 * symbology} is the {@code symbologyState} in JSON, empty when there is none.
 */
public sealed interface LayerParameters {
  /**
   * These parameters over the JSON that they were read from: what this version does not know stays,
   * and what was missing stays missing while it has the value that missing means.
   */
  JsonObject toJson(JsonObject base);

  default JsonObject toJson() {
    return toJson(JsonObject.of());
  }

  /**
   * Reads parameters.
   *
   * @param path JSON path of the parameters, for messages
   * @throws TerrellaException invalid-argument, naming the JSON path of what is wrong
   */
  static LayerParameters of(String type, JsonObject json, String path) {
    Members in = new Members(json, path);
    String source = in.text("source", "");
    double opacity = in.number("opacity", opacity(type), 0, 1);
    JsonObject symbology = in.object("symbologyState");
    return switch (type) {
      case "RasterLayer" -> new RasterLayer(source, opacity);
      case "ImageLayer" -> new ImageLayer(source, opacity);
      case "OpenEOTileLayer" -> new OpenEoTileLayer(source, opacity);
      case "VectorLayer" -> new VectorLayer(source, opacity, symbology);
      case "VectorTileLayer" -> new VectorTileLayer(source, opacity, symbology);
      case "GeoTiffLayer" -> new GeoTiffLayer(source, opacity, symbology);
      case "GeoZarrLayer" ->
          new GeoZarrLayer(source, opacity, symbology, in.number("gamma", 1, 0.1, 5));
      case "HillshadeLayer" ->
          new HillshadeLayer(source, opacity, in.text("shadowColor", HillshadeLayer.SHADOW));
      case "StacLayer" -> new StacLayer(in.object("data"), opacity);
      case "StorySegmentLayer" -> new StorySegmentLayer(StorySegment.of(in));
      default -> new Unsupported(type, json);
    };
  }

  /** The opacity of a layer that names none. */
  static double opacity(String type) {
    return type.equals("HillshadeLayer") ? HillshadeLayer.OPACITY : 1;
  }

  /** Tiles of images. */
  record RasterLayer(String source, double opacity) implements LayerParameters {
    @Override
    public JsonObject toJson(JsonObject base) {
      return shared(base, source, opacity, 1).json();
    }
  }

  /** One image. */
  record ImageLayer(String source, double opacity) implements LayerParameters {
    @Override
    public JsonObject toJson(JsonObject base) {
      return shared(base, source, opacity, 1).json();
    }
  }

  /** Tiles computed by an openEO service. */
  record OpenEoTileLayer(String source, double opacity) implements LayerParameters {
    @Override
    public JsonObject toJson(JsonObject base) {
      return shared(base, source, opacity, 1).json();
    }
  }

  /** Features. */
  record VectorLayer(String source, double opacity, JsonObject symbology)
      implements LayerParameters {
    @Override
    public JsonObject toJson(JsonObject base) {
      return shared(base, source, opacity, 1).object("symbologyState", symbology).json();
    }
  }

  /** Features out of tiles. */
  record VectorTileLayer(String source, double opacity, JsonObject symbology)
      implements LayerParameters {
    @Override
    public JsonObject toJson(JsonObject base) {
      return shared(base, source, opacity, 1).object("symbologyState", symbology).json();
    }
  }

  /** Bands of GeoTIFF files, {@code band_1} and so on in the symbology. */
  record GeoTiffLayer(String source, double opacity, JsonObject symbology)
      implements LayerParameters {
    @Override
    public JsonObject toJson(JsonObject base) {
      return shared(base, source, opacity, 1).object("symbologyState", symbology).json();
    }
  }

  /**
   * Bands of a GeoZarr store.
   *
   * @param gamma exponent of the brightness, 0.1 to 5; 1 changes nothing
   */
  record GeoZarrLayer(String source, double opacity, JsonObject symbology, double gamma)
      implements LayerParameters {
    @Override
    public JsonObject toJson(JsonObject base) {
      return shared(base, source, opacity, 1)
          .object("symbologyState", symbology)
          .number("gamma", gamma, 1)
          .json();
    }
  }

  /**
   * Shadows of a terrain.
   *
   * @param shadowColor a CSS colour
   */
  record HillshadeLayer(String source, double opacity, String shadowColor)
      implements LayerParameters {
    static final String SHADOW = "#473B24";
    static final double OPACITY = 0.3;

    @Override
    public JsonObject toJson(JsonObject base) {
      return shared(base, source, opacity, OPACITY).text("shadowColor", shadowColor, SHADOW).json();
    }
  }

  /**
   * The assets of a STAC item.
   *
   * @param data the item itself
   */
  record StacLayer(JsonObject data, double opacity) implements LayerParameters {
    @Override
    public JsonObject toJson(JsonObject base) {
      return new Overlay(base).object("data", data).number("opacity", opacity, 1).json();
    }
  }

  /** A step of a story, which draws nothing itself. */
  record StorySegmentLayer(StorySegment segment) implements LayerParameters {
    @Override
    public JsonObject toJson(JsonObject base) {
      return segment.toJson(base);
    }
  }

  /** Parameters of a type that this version does not know; they stay as they are. */
  record Unsupported(String type, JsonObject json) implements LayerParameters {
    @Override
    public JsonObject toJson(JsonObject base) {
      return json;
    }
  }

  private static Overlay shared(
      JsonObject base, String source, double opacity, double usualOpacity) {
    return new Overlay(base).text("source", source, "").number("opacity", opacity, usualOpacity);
  }
}
