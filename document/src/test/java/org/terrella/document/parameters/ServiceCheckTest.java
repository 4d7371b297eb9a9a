package org.terrella.document.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.terrella.error.TerrellaException;
import org.terrella.json.Json;

class ServiceCheckTest {
  private static void check(String layer, String parameters, String source, String given) {
    ServiceCheck.check(
        layer, Json.parseObject(parameters), "layer", source, Json.parseObject(given), "source");
  }

  private static String refusal(String layer, String parameters, String source, String given) {
    TerrellaException failure =
        assertThrows(TerrellaException.class, () -> check(layer, parameters, source, given));
    assertEquals("invalid-argument", failure.code());
    return failure.getMessage();
  }

  private static String tiles(String url) {
    return "{\"url\": \"" + url + "\"}";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://tiles.example.org/{z}/{x}/{y}.png",
        "HTTP://tiles.example.org/{z}/{x}/{-y}.png",
        "https://{s}.example.org/{TileMatrix}/{TileRow}/{TileCol}",
        "https://example.org/a.pmtiles?key=1",
        "tiles/{z}/{x}/{y}.png",
        "//example.org/{z}/{x}/{y}",
        "data/world.pmtiles",
        "file:///media/stick/map/data/world.pmtiles",
        "https://example.org/wms?bbox={bbox-epsg-3857}"
      })
  void addressesOfTiles(String url) {
    check("RasterLayer", "{}", "RasterSource", tiles(url));
    check("VectorTileLayer", "{}", "VectorTileSource", tiles(url));
    check("HillshadeLayer", "{}", "RasterDemSource", tiles(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)//{z}/{x}/{y}",
        "data:image/png,{z}{x}{y}",
        "file:///etc/{z}/{x}/{y}",
        "blob:https://example.org/{z}/{x}/{y}",
        " javascript:{z}{x}{y}",
        "java\\tscript:{z}{x}{y}",
        "https://example.org/tiles.png",
        ""
      })
  void addressesThatAreNone(String url) {
    for (String[] pair :
        new String[][] {
          {"RasterLayer", "RasterSource"},
          {"VectorTileLayer", "VectorTileSource"},
          {"HillshadeLayer", "RasterDemSource"}
        }) {
      String message = refusal(pair[0], "{}", pair[1], tiles(url));
      assertTrue(message.startsWith("source.parameters.url: "), message);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "RasterLayer | {} | RasterSource | {} | source.parameters.url",
        "RasterLayer | {} | RasterSource | {\"url\": 3} | source.parameters.url",
        "RasterLayer | {} | RasterSource | {\"url\": \"{z}{x}{y}\", \"minZoom\": 5, \"maxZoom\": 3}"
            + " | source.parameters.minZoom",
        "RasterLayer | {\"opacity\": 2} | RasterSource | {\"url\": \"{z}{x}{y}\"}"
            + " | layer.parameters.opacity",
        "VectorLayer | {} | RasterSource | {\"url\": \"{z}{x}{y}\"} | layer.type",
        "RasterLayer | {} | WmsTileSource | {\"url\": \"https://example.org\"}"
            + " | source.parameters.params.layers",
        "RasterLayer | {} | WmsTileSource | {\"url\": \"ftp://example.org\","
            + " \"params\": {\"layers\": \"a\"}} | source.parameters.url",
        "HillshadeLayer | {\"shadowColor\": \"url(x)\\\"\"} | RasterDemSource"
            + " | {\"url\": \"{z}{x}{y}\"} | layer.parameters.shadowColor",
        "HillshadeLayer | {} | RasterDemSource | {\"url\": \"{z}{x}{y}\", \"encoding\": \"x\"}"
            + " | source.parameters.encoding",
        "ImageLayer | {} | ImageSource | {\"path\": \"a.png\", \"coordinates\": [[0, 1], [1, 1]]}"
            + " | source.parameters.coordinates",
        "ImageLayer | {} | ImageSource | {\"path\": \"a.png\","
            + " \"coordinates\": [[0, 1], [1, 1], [1, 95], [0, 0]]}"
            + " | source.parameters.coordinates[2]",
        "ImageLayer | {} | ImageSource | {\"path\": \"a.png\","
            + " \"coordinates\": [[0, 1], [1, 0], [1, 1], [0, 0]]} | source.parameters.coordinates",
        "ImageLayer | {} | ImageSource | {\"path\": \"data:,\","
            + " \"coordinates\": [[0, 1], [1, 1], [1, 0], [0, 0]]} | source.parameters.path"
      })
  void whatIsWrongIsNamed(
      String layer, String parameters, String source, String given, String path) {
    String message = refusal(layer, parameters, source, given);
    assertTrue(message.startsWith(path + ": "), message);
  }

  @Test
  void otherKindsThatAreRight() {
    check(
        "GeoTiffLayer",
        "{}",
        "WmsTileSource",
        "{\"url\": \"https://a.org/wms\", \"params\": {\"LAYERS\": \"a\"}}");
    check(
        "ImageLayer",
        "{\"opacity\": 0.5}",
        "ImageSource",
        "{\"path\": \"data/a.png\", \"coordinates\": [[0, 1], [1, 1.5], [1.2, 0], [-1, 0]]}");
    check("HillshadeLayer", "{\"shadowColor\": \"#123\"}", "RasterDemSource", tiles("{z}{x}{y}"));
  }

  @Test
  void archivesAndPlaces() {
    assertTrue(ServiceCheck.isArchive("https://a.org/b.PMTiles?x=.png#y"));
    assertFalse(ServiceCheck.isArchive("https://a.org/b.png?x=a.pmtiles"));
    assertTrue(ServiceCheck.isRemote("//a.org/b"));
    assertFalse(ServiceCheck.isRemote("data/b.png"));
    assertTrue(ServiceCheck.isService("ImageSource"));
    assertFalse(ServiceCheck.isService("GeoJSONSource"));
  }
}
