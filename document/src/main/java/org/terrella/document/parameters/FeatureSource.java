package org.terrella.document.parameters;

import java.util.List;
import org.terrella.document.member.Members;
import org.terrella.document.member.Overlay;
import org.terrella.json.JsonObject;

/** Parameters of sources that give features. */
public sealed interface FeatureSource extends SourceParameters {
  /**
   * A GeoJSON file.
   *
   * @param path empty when the features are inline
   * @param data the features themselves; empty when they lie at the path
   */
  record GeoJsonSource(String path, JsonObject data) implements FeatureSource {
    static GeoJsonSource of(Members in) {
      return new GeoJsonSource(in.text("path", ""), in.object("data"));
    }

    @Override
    public JsonObject toJson(JsonObject base) {
      return new Overlay(base).text("path", path, "").object("data", data).json();
    }
  }

  /**
   * A shapefile, zipped or with its other files.
   *
   * @param additionalFiles addresses of the other files by extension
   */
  record ShapefileSource(
      String path,
      String projection,
      String encoding,
      JsonObject additionalFiles,
      String attribution)
      implements FeatureSource {
    static ShapefileSource of(Members in) {
      return new ShapefileSource(
          in.text("path"),
          in.text("projection", "WGS84"),
          in.text("encoding", "UTF-8"),
          in.object("additionalFiles"),
          in.text("attribution", ""));
    }

    @Override
    public JsonObject toJson(JsonObject base) {
      return new Overlay(base)
          .text("path", path)
          .text("projection", projection, "WGS84")
          .text("encoding", encoding, "UTF-8")
          .object("additionalFiles", additionalFiles)
          .text("attribution", attribution, "")
          .json();
    }
  }

  /** A GeoParquet file. */
  record GeoParquetSource(String path, String projection, String attribution)
      implements FeatureSource {
    static GeoParquetSource of(Members in) {
      return new GeoParquetSource(
          in.text("path"), in.text("projection", "EPSG:4326"), in.text("attribution", ""));
    }

    @Override
    public JsonObject toJson(JsonObject base) {
      return new Overlay(base)
          .text("path", path)
          .text("projection", projection, "EPSG:4326")
          .text("attribution", attribution, "")
          .json();
    }
  }

  /** A table of features in a GeoPackage. */
  record GeoPackageVectorSource(String path, String tables, String projection, String attribution)
      implements FeatureSource {
    static GeoPackageVectorSource of(Members in) {
      return new GeoPackageVectorSource(
          in.text("path"),
          in.text("tables", ""),
          in.text("projection", "EPSG:3857"),
          in.text("attribution", ""));
    }

    @Override
    public JsonObject toJson(JsonObject base) {
      return new Overlay(base)
          .text("path", path)
          .text("tables", tables, "")
          .text("projection", projection, "EPSG:3857")
          .text("attribution", attribution, "")
          .json();
    }
  }

  /** Mapbox vector tiles, or a PMTiles archive of them. */
  record VectorTileSource(
      String url,
      double minZoom,
      double maxZoom,
      String attribution,
      String provider,
      JsonObject urlParameters)
      implements FeatureSource {
    static VectorTileSource of(Members in) {
      return new VectorTileSource(
          in.text("url"),
          in.number("minZoom", 0, 0, 60),
          in.number("maxZoom", 24, 0, 60),
          in.text("attribution", ""),
          in.text("provider", ""),
          in.object("urlParameters"));
    }

    @Override
    public JsonObject toJson(JsonObject base) {
      return new Overlay(base)
          .text("url", url)
          .number("minZoom", minZoom, 0)
          .number("maxZoom", maxZoom, 24)
          .text("attribution", attribution, "")
          .text("provider", provider, "")
          .object("urlParameters", urlParameters)
          .json();
    }
  }

  /**
   * A point set by hand.
   *
   * @param x easting in EPSG:3857, metres
   * @param y northing in EPSG:3857, metres
   */
  record MarkerSource(String color, double x, double y) implements FeatureSource {
    static MarkerSource of(Members in) {
      List<Double> at = in.inside("feature").numbers("coords", 2);
      return new MarkerSource(in.text("color", ""), at.get(0), at.get(1));
    }

    @Override
    public JsonObject toJson(JsonObject base) {
      JsonObject feature =
          new Overlay(base.optObject("feature")).numbers("coords", List.of(x, y)).json();
      return new Overlay(base).text("color", color, "").object("feature", feature).json();
    }
  }

  /** A FlatGeobuf file; Terrella's own type. */
  record FlatGeobufSource(String path, String projection) implements FeatureSource {
    static FlatGeobufSource of(Members in) {
      return new FlatGeobufSource(in.text("path"), in.text("projection", ""));
    }

    @Override
    public JsonObject toJson(JsonObject base) {
      return new Overlay(base).text("path", path).text("projection", projection, "").json();
    }
  }

  /**
   * A file of any format that GDAL reads; Terrella's own type.
   *
   * @param entry file inside of a zip
   * @param layer layer inside of the file; empty for the only one
   */
  record OgrSource(String path, String entry, String layer, String projection, String encoding)
      implements FeatureSource {
    static OgrSource of(Members in) {
      return new OgrSource(
          in.text("path"),
          in.text("entry", ""),
          in.text("layer", ""),
          in.text("projection", ""),
          in.text("encoding", ""));
    }

    @Override
    public JsonObject toJson(JsonObject base) {
      return new Overlay(base)
          .text("path", path)
          .text("entry", entry, "")
          .text("layer", layer, "")
          .text("projection", projection, "")
          .text("encoding", encoding, "")
          .json();
    }
  }
}
