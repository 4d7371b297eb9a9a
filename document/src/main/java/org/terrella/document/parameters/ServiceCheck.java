package org.terrella.document.parameters;

import java.util.List;
import java.util.Locale;
import org.terrella.document.member.Members;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.text.Ascii;

/**
 * What must hold of sources that servers are asked for, or archives of tiles, and of the layers
 * that show them, beyond the types of their parameters.
 */
public final class ServiceCheck {
  private static final double LATITUDE = 90;
  private static final double LAST_ZOOM = 60;

  private ServiceCheck() {}

  /** Whether a source is one of tiles or of an image. */
  public static boolean isService(String sourceType) {
    return !layers(sourceType).isEmpty();
  }

  /** The types of layers that show a source. */
  private static List<String> layers(String sourceType) {
    return switch (sourceType) {
      case "RasterSource" -> List.of("RasterLayer");
      // jGIS documents show services with layers of GeoTIFF, too.
      case "WmsTileSource" -> List.of("RasterLayer", "GeoTiffLayer");
      case "VectorTileSource" -> List.of("VectorTileLayer");
      case "RasterDemSource" -> List.of("HillshadeLayer");
      case "ImageSource" -> List.of("ImageLayer");
      default -> List.of();
    };
  }

  /**
   * Checks a layer and its source, which must be a service.
   *
   * @param layerPath JSON path of the layer's members, for messages
   * @param sourcePath JSON path of the source's members, for messages
   * @throws org.terrella.error.TerrellaException invalid-argument, naming the JSON path of what is
   *     wrong
   */
  public static void check(
      String layerType,
      JsonObject layer,
      String layerPath,
      String sourceType,
      JsonObject source,
      String sourcePath) {
    Members inLayer = new Members(layer, layerPath + ".parameters");
    if (!layers(sourceType).contains(layerType)) {
      throw new Members(JsonObject.of(), layerPath)
          .wrong(
              "type",
              "a "
                  + sourceType
                  + " is shown by a "
                  + String.join(" or a ", layers(sourceType))
                  + ", not by a "
                  + layerType);
    }
    inLayer.number("opacity", 1, 0, 1);
    Members in = new Members(source, sourcePath + ".parameters");
    // Read one by one: the page has no other use for the typed records, which weigh more.
    for (String key : List.of("attribution", "htmlAttribution", "provider")) {
      in.text(key, "");
    }
    in.object("urlParameters");
    in.numbers("bounds", 4, 0);
    in.truth("interpolate", false);
    double minZoom = in.number("minZoom", 0, 0, LAST_ZOOM);
    if (minZoom > in.number("maxZoom", LAST_ZOOM, 0, LAST_ZOOM)) {
      throw in.wrong("minZoom", "greater than maxZoom");
    }
    switch (sourceType) {
      case "WmsTileSource" -> {
        checkAddress(in, "url");
        checkMapLayers(in.inside("params"));
      }
      case "ImageSource" -> {
        checkAddress(in, "path");
        checkCorners(in);
      }
      default -> {
        checkTiles(in);
        in.oneOf("encoding", List.of("terrarium", "mapbox"), "terrarium");
        checkColor(inLayer, "shadowColor");
      }
    }
  }

  /** Whether an address, which must not be one of another kind, leads to another place. */
  public static boolean isRemote(String address) {
    String lower = address.toLowerCase(Locale.ROOT);
    return lower.startsWith("https://") || lower.startsWith("http://") || lower.startsWith("//");
  }

  /** Whether an address is that of a PMTiles archive. */
  public static boolean isArchive(String address) {
    String path = address.toLowerCase(Locale.ROOT);
    int end = path.length();
    for (int i = end - 1; i >= 0; i--) {
      if (path.charAt(i) == '?' || path.charAt(i) == '#') {
        end = i;
      }
    }
    return path.substring(0, end).endsWith(".pmtiles");
  }

  private static void checkAddress(Members in, String key) {
    String address = in.text(key);
    if (address.isBlank()) {
      throw in.wrong(key, "empty where an address belongs");
    }
    for (int i = 0; i < address.length(); i++) {
      if (address.charAt(i) < ' ' || address.charAt(i) == '\\') {
        throw in.wrong(key, "the address has a character that does not belong there");
      }
    }
    int colon = address.indexOf(':');
    int slash = address.indexOf('/');
    boolean scheme = colon >= 0 && (slash < 0 || colon < slash) && address.charAt(0) != '{';
    // A page on a disk holds the archives that lie beside it.
    boolean beside = address.startsWith("file:") && isArchive(address);
    if (scheme && !isRemote(address) && !beside || address.startsWith(" ")) {
      throw in.wrong(key, "\"" + address + "\" is neither http, https nor relative");
    }
  }

  private static void checkTiles(Members in) {
    checkAddress(in, "url");
    String url = in.text("url");
    if (isArchive(url)) {
      return;
    }
    String lower = url.toLowerCase(Locale.ROOT);
    boolean grid =
        (lower.contains("{z}") || lower.contains("{tilematrix}"))
            && (lower.contains("{x}") || lower.contains("{tilecol}"))
            && (lower.contains("{y}") || lower.contains("{-y}") || lower.contains("{tilerow}"));
    if (!grid && !lower.contains("{bbox-epsg-3857}")) {
      throw in.wrong("url", "an address of tiles has {z}, {x} and {y}, or ends in .pmtiles");
    }
  }

  /** Names of parameters of a WMS may be in capitals. */
  private static void checkMapLayers(Members params) {
    for (String key : params.json().keys()) {
      if (key.equalsIgnoreCase("layers")
          && params.json().get(key) instanceof JsonString layers
          && !layers.value().isBlank()) {
        return;
      }
    }
    throw params.wrong("layers", "missing; it names the layers to ask for");
  }

  private static void checkCorners(Members in) {
    JsonArray given = in.array("coordinates");
    if (given.size() != 4) {
      throw in.wrong("coordinates", given.size() + " corners where 4 belong");
    }
    double[][] corners = new double[4][];
    for (int i = 0; i < 4; i++) {
      String key = "coordinates[" + i + "]";
      List<Double> corner =
          new Members(JsonObject.of().with(key, given.get(i)), in.path()).numbers(key, 2);
      corners[i] = new double[] {corner.get(0), corner.get(1)};
      if (!(corners[i][1] >= -LATITUDE && corners[i][1] <= LATITUDE)) {
        throw in.wrong(key, "[longitude, latitude] in degrees, latitude from -90 to 90");
      }
    }
    // Clockwise or not, each turn must go the same way.
    double[] turns = new double[4];
    for (int i = 0; i < 4; i++) {
      double[] a = corners[i];
      double[] b = corners[(i + 1) % 4];
      double[] c = corners[(i + 2) % 4];
      turns[i] = (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0]);
    }
    for (double turn : turns) {
      if (!(turn * turns[0] > 0)) {
        throw in.wrong(
            "coordinates",
            "the corners (upper left, upper right, lower right, lower left) go around no area,"
                + " or one with a dent");
      }
    }
  }

  private static void checkColor(Members in, String key) {
    String color = in.text(key, LayerParameters.HillshadeLayer.SHADOW).trim();
    boolean hash = color.startsWith("#");
    int length = color.length();
    boolean fits = hash ? length == 4 || length == 5 || length == 7 || length == 9 : length > 2;
    for (int i = hash ? 1 : 0; i < length; i++) {
      char c = color.charAt(i);
      fits &= hash ? Ascii.hexDigit(c) >= 0 : Ascii.isLetterOrDigit(c) || "(),.%/ ".indexOf(c) >= 0;
    }
    if (!fits) {
      throw in.wrong(key, "\"" + color + "\" is no colour");
    }
  }
}
