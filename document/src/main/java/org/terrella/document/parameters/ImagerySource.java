package org.terrella.document.parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.terrella.document.member.Members;
import org.terrella.document.member.Overlay;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonValue;

/** Parameters of sources that give images or values on a raster. */
public sealed interface ImagerySource extends SourceParameters {
  /**
   * Tiles {@code {z}/{x}/{y}} of images, or a PMTiles archive of them.
   *
   * @param bounds west, south, east and north of the tiles; empty for the whole world
   * @param urlParameters values for other placeholders of the address
   */
  record RasterSource(
      String url,
      double minZoom,
      double maxZoom,
      String attribution,
      String htmlAttribution,
      String provider,
      List<Double> bounds,
      JsonObject urlParameters,
      boolean interpolate)
      implements ImagerySource {
    public RasterSource {
      bounds = List.copyOf(bounds);
    }

    static RasterSource of(Members in) {
      return new RasterSource(
          in.text("url"),
          in.number("minZoom", 0, 0, 60),
          in.number("maxZoom", 24, 0, 60),
          in.text("attribution", ""),
          in.text("htmlAttribution", ""),
          in.text("provider", ""),
          in.numbers("bounds", 4, 0),
          in.object("urlParameters"),
          in.truth("interpolate", false));
    }

    @Override
    public JsonObject toJson(JsonObject base) {
      return new Overlay(base)
          .text("url", url)
          .number("minZoom", minZoom, 0)
          .number("maxZoom", maxZoom, 24)
          .text("attribution", attribution, "")
          .text("htmlAttribution", htmlAttribution, "")
          .text("provider", provider, "")
          .numbers("bounds", bounds)
          .object("urlParameters", urlParameters)
          .truth("interpolate", interpolate, false)
          .json();
    }
  }

  /**
   * Images of a web map service.
   *
   * @param params parameters of its requests, among them {@code layers}
   */
  record WmsTileSource(String url, JsonObject params, String attribution, boolean interpolate)
      implements ImagerySource {
    static WmsTileSource of(Members in) {
      return new WmsTileSource(
          in.text("url"),
          in.object("params"),
          in.text("attribution", ""),
          in.truth("interpolate", false));
    }

    @Override
    public JsonObject toJson(JsonObject base) {
      return new Overlay(base)
          .text("url", url)
          .object("params", params)
          .text("attribution", attribution, "")
          .truth("interpolate", interpolate, false)
          .json();
    }
  }

  /** A table of tiles in a GeoPackage. */
  record GeoPackageRasterSource(
      String path,
      String tables,
      double minZoom,
      double maxZoom,
      String attribution,
      boolean interpolate)
      implements ImagerySource {
    static GeoPackageRasterSource of(Members in) {
      return new GeoPackageRasterSource(
          in.text("path"),
          in.text("tables", ""),
          in.number("minZoom", 0, 0, 60),
          in.number("maxZoom", 24, 0, 60),
          in.text("attribution", ""),
          in.truth("interpolate", false));
    }

    @Override
    public JsonObject toJson(JsonObject base) {
      return new Overlay(base)
          .text("path", path)
          .text("tables", tables, "")
          .number("minZoom", minZoom, 0)
          .number("maxZoom", maxZoom, 24)
          .text("attribution", attribution, "")
          .truth("interpolate", interpolate, false)
          .json();
    }
  }

  /**
   * A raster file of another format than GeoTIFF; Terrella's own.
   *
   * @param tables the table of a database to take; empty for the first
   * @param variable the variable of a NetCDF file; empty for the first
   * @param step which slice of the variable's other axes, from 0 on
   */
  record RasterFileSource(
      String path, String tables, String variable, double step, String projection)
      implements ImagerySource {
    static RasterFileSource of(Members in) {
      return new RasterFileSource(
          in.text("path"),
          in.text("tables", ""),
          in.text("variable", ""),
          in.number("step", 0, 0, Integer.MAX_VALUE),
          in.text("projection", ""));
    }

    @Override
    public JsonObject toJson(JsonObject base) {
      return new Overlay(base)
          .text("path", path)
          .text("tables", tables, "")
          .text("variable", variable, "")
          .number("step", step, 0)
          .text("projection", projection, "")
          .json();
    }
  }

  /**
   * GeoTIFF files, whose bands follow each other.
   *
   * @param normalize whether values are scaled to 0 to 1 by each file's least and greatest
   */
  record GeoTiffSource(
      List<GeoTiff> urls, boolean normalize, boolean wrapX, boolean interpolate, String projection)
      implements ImagerySource {
    public GeoTiffSource {
      urls = List.copyOf(urls);
    }

    static GeoTiffSource of(Members in) {
      List<GeoTiff> urls = new ArrayList<>();
      for (Members url : in.objects("urls")) {
        urls.add(
            new GeoTiff(
                url.text("url"),
                url.optionalNumber("min"),
                url.optionalNumber("max"),
                url.optionalNumber("nodata"),
                url.json()));
      }
      if (urls.isEmpty()) {
        throw in.wrong("urls", "no file");
      }
      return new GeoTiffSource(
          urls,
          in.truth("normalize", true),
          in.truth("wrapX", false),
          in.truth("interpolate", false),
          in.text("projection", ""));
    }

    @Override
    public JsonObject toJson(JsonObject base) {
      List<JsonValue> files = new ArrayList<>();
      for (GeoTiff url : urls) {
        files.add(url.toJson());
      }
      return new Overlay(base)
          .array("urls", JsonArray.of(files))
          .truth("normalize", normalize, true)
          .truth("wrapX", wrapX, false)
          .truth("interpolate", interpolate, false)
          .text("projection", projection, "")
          .json();
    }
  }

  /**
   * A GeoTIFF file and the values that are drawn darkest, brightest, and not at all.
   *
   * @param base the JSON that it was read from, or an empty object
   */
  record GeoTiff(
      String url,
      Optional<Double> min,
      Optional<Double> max,
      Optional<Double> nodata,
      JsonObject base) {
    JsonObject toJson() {
      return new Overlay(base)
          .text("url", url)
          .number("min", min)
          .number("max", max)
          .number("nodata", nodata)
          .json();
    }
  }

  /**
   * Bands of a GeoZarr store.
   *
   * @param bands names of the bands for red, green and blue
   */
  record GeoZarrSource(String url, List<String> bands, boolean wrapX) implements ImagerySource {
    public GeoZarrSource {
      bands = List.copyOf(bands);
    }

    static GeoZarrSource of(Members in) {
      return new GeoZarrSource(
          in.text("url"),
          in.has("bands") ? in.texts("bands") : List.of("b04", "b03", "b02"),
          in.truth("wrapX", false));
    }

    @Override
    public JsonObject toJson(JsonObject base) {
      return new Overlay(base)
          .text("url", url)
          .put(
              "bands",
              JsonArray.ofStrings(bands),
              JsonArray.ofStrings(List.of("b04", "b03", "b02")))
          .truth("wrapX", wrapX, false)
          .json();
    }
  }

  /** Tiles of elevations, coded as colours. */
  record RasterDemSource(
      String url, JsonObject urlParameters, String attribution, boolean interpolate)
      implements ImagerySource {
    static RasterDemSource of(Members in) {
      return new RasterDemSource(
          in.text("url"),
          in.object("urlParameters"),
          in.text("attribution", ""),
          in.truth("interpolate", false));
    }

    @Override
    public JsonObject toJson(JsonObject base) {
      return new Overlay(base)
          .text("url", url)
          .object("urlParameters", urlParameters)
          .text("attribution", attribution, "")
          .truth("interpolate", interpolate, false)
          .json();
    }
  }

  /**
   * An image laid over four corners.
   *
   * @param coordinates longitude and latitude of the corners: upper left, upper right, lower right,
   *     lower left
   */
  record ImageSource(String path, List<List<Double>> coordinates, boolean interpolate)
      implements ImagerySource {
    public ImageSource {
      coordinates = List.copyOf(coordinates);
    }

    static ImageSource of(Members in) {
      List<List<Double>> corners = new ArrayList<>();
      JsonArray given = in.array("coordinates");
      for (int i = 0; i < given.size(); i++) {
        JsonObject corner = JsonObject.of().with("coordinates[" + i + "]", given.get(i));
        corners.add(
            List.copyOf(new Members(corner, in.path()).numbers("coordinates[" + i + "]", 2)));
      }
      if (corners.size() != 4) {
        throw in.wrong("coordinates", corners.size() + " corners where 4 belong");
      }
      return new ImageSource(in.text("path"), corners, in.truth("interpolate", false));
    }

    @Override
    public JsonObject toJson(JsonObject base) {
      List<JsonValue> corners = new ArrayList<>();
      for (List<Double> corner : coordinates) {
        corners.add(JsonArray.ofNumbers(corner.get(0), corner.get(1)));
      }
      return new Overlay(base)
          .text("path", path)
          .array("coordinates", JsonArray.of(corners))
          .truth("interpolate", interpolate, false)
          .json();
    }
  }

  /**
   * Tiles that an openEO service computes.
   *
   * @param authBearer the token of the service; a secret
   */
  record OpenEoTileSource(JsonObject processGraph, String serverUrl, String authBearer)
      implements ImagerySource {
    static OpenEoTileSource of(Members in) {
      return new OpenEoTileSource(
          in.object("processGraph"), in.text("serverUrl", ""), in.text("authBearer", ""));
    }

    @Override
    public JsonObject toJson(JsonObject base) {
      return new Overlay(base)
          .object("processGraph", processGraph)
          .text("serverUrl", serverUrl, "")
          .text("authBearer", authBearer, "")
          .json();
    }
  }
}
