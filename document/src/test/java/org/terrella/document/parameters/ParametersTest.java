package org.terrella.document.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.terrella.document.Layer;
import org.terrella.document.Source;
import org.terrella.error.TerrellaException;
import org.terrella.json.Json;
import org.terrella.json.JsonObject;

class ParametersTest {
  /** Parameters with the least that each type needs. */
  private static JsonObject least(SourceType type) {
    return Json.parseObject(
        switch (type) {
          case RASTER, VECTOR_TILE, WMS, GEOZARR, RASTER_DEM -> "{\"url\": \"u\"}";
          case GEOTIFF -> "{\"urls\": [{\"url\": \"u\"}]}";
          case IMAGE -> "{\"path\": \"p\", \"coordinates\": [[0, 1], [1, 1], [1, 0], [0, 0]]}";
          case MARKER -> "{\"feature\": {\"coords\": [1, 2]}}";
          case GEOJSON, OPENEO_TILE -> "{}";
          default -> "{\"path\": \"p\"}";
        });
  }

  private static final String MANY =
      """
      {"url": "u", "path": "p", "minZoom": 1.0, "maxZoom": 19, "attribution": null,
       "htmlAttribution": "<b>", "provider": "P", "bounds": [1, 2, 3, 4], "urlParameters": {"k": "v"},
       "interpolate": true, "params": {"layers": "l", "format": "png"}, "data": {"type": "x"},
       "projection": "EPSG:4326", "encoding": "latin1", "additionalFiles": {"dbf": "d"},
       "tables": "a,b", "urls": [{"url": "u", "min": 1, "nodata": 0, "own": 1}],
       "normalize": false, "wrapX": true, "bands": ["b01"], "color": "red",
       "coordinates": [[0, 1.5], [1, 1], [1, 0], [0, 0]], "feature": {"coords": [1, 2.5], "own": 1},
       "processGraph": {"a": {}}, "serverUrl": "s", "authBearer": "t", "entry": "e", "layer": "l",
       "unknown": [1, {"deep": null}],
       "source": "s", "opacity": 0.5, "symbologyState": {"layers": []}, "gamma": 2.5,
       "shadowColor": "#000000", "zoom": 4, "extent": [0, 0, 1, 1],
       "content": {"contentMode": "markdown", "markdown": "# M", "own": 1},
       "transition": {"type": "smooth", "time": 2.0},
       "layerOverride": [{"targetLayer": "a", "visible": false, "color": {"x": 1}},
                         {"targetLayer": "b", "opacity": 0.5, "symbologyState": {"layers": []}}]}
      """;

  @ParameterizedTest
  @EnumSource
  void sourcesGiveBackWhatTheyRead(SourceType type) {
    for (JsonObject json : List.of(least(type), Json.parseObject(MANY))) {
      SourceParameters typed = SourceParameters.of(type.key(), json, "$");
      assertEquals(json, typed.toJson(json));
      assertEquals(typed, SourceParameters.of(type.key(), typed.toJson(json), "$"));
      if (!(typed instanceof ImagerySource.GeoTiffSource)) {
        assertEquals(typed, SourceParameters.of(type.key(), typed.toJson(), "$"));
      }
    }
    assertEquals(type, SourceType.of(type.key()).orElseThrow());
  }

  @ParameterizedTest
  @EnumSource
  void layersGiveBackWhatTheyRead(LayerType type) {
    for (JsonObject json : List.of(JsonObject.of(), Json.parseObject(MANY))) {
      LayerParameters typed = LayerParameters.of(type.key(), json, "$");
      assertEquals(json, typed.toJson(json));
      assertEquals(typed, LayerParameters.of(type.key(), typed.toJson(json), "$"));
      assertFalse(typed instanceof LayerParameters.Unsupported);
    }
    assertEquals(type, LayerType.of(type.key()).orElseThrow());
  }

  @Test
  void typesAreThoseOfJupyterGisAndOurs() {
    Set<String> keys = new HashSet<>();
    for (SourceType type : SourceType.values()) {
      assertTrue(keys.add(type.key()));
      assertEquals(type.ordinal() >= 14, type.isOwn());
    }
    assertEquals(10, LayerType.values().length);
    Set<SourceType> shown = new HashSet<>();
    for (LayerType type : LayerType.values()) {
      shown.addAll(type.sources());
    }
    assertEquals(Set.of(SourceType.values()), shown);
  }

  @Test
  void unknownTypesAreKept() {
    JsonObject json = Json.parseObject(MANY);
    assertEquals(
        new SourceParameters.Unsupported("VideoSource", json),
        SourceParameters.of("VideoSource", json, "$"));
    assertInstanceOf(
        LayerParameters.Unsupported.class, LayerParameters.of("HeatmapLayer", json, "$"));
    assertEquals(json, LayerParameters.of("HeatmapLayer", json, "$").toJson(JsonObject.of()));
    assertFalse(SourceType.isSupported("VideoSource"));
    assertFalse(LayerType.isSupported("HeatmapLayer"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "RasterSource|{}|$.p.url: missing.",
        "RasterSource|{\"url\": 1}|$.p.url: a number where a text belongs.",
        "RasterSource|{\"url\": \"\", \"maxZoom\": 99}|$.p.maxZoom: not a number from 0 to 60.",
        "RasterSource|{\"url\": \"\", \"bounds\": [1]}|$.p.bounds: 1 numbers where 4 belong.",
        "RasterSource|{\"url\": \"\", \"bounds\": [1, 2, 3, \"x\"]}|$.p.bounds[3]: a string where a"
            + " number belongs.",
        "GeoTiffSource|{\"urls\": [{\"url\": 1}]}|$.p.urls[0].url: a number where a text belongs.",
        "GeoTiffSource|{}|$.p.urls: no file.",
        "GeoTiffSource|{\"urls\": [1]}|$.p.urls[0]: a number where an object belongs.",
        "ImageSource|{\"path\": \"\", \"coordinates\": [[1, 2]]}|$.p.coordinates: 1 corners where 4"
            + " belong.",
        "ImageSource|{\"path\": \"\", \"coordinates\": [1]}|$.p.coordinates[0]: a number where an"
            + " array belongs.",
        "MarkerSource|{}|$.p.feature.coords: 0 numbers where 2 belong.",
        "GeoZarrLayer|{\"gamma\": 9}|$.p.gamma: not a number from 0.1 to 5.",
        "VectorLayer|{\"opacity\": 1e999}|$.p.opacity: the number is out of range.",
        "StorySegmentLayer|{\"transition\": {\"type\": \"fly\"}}|$.p.transition.type: \"fly\" is none"
            + " of linear, immediate, smooth.",
        "StorySegmentLayer|{\"layerOverride\": [{\"opacity\": 2}]}|$.p.layerOverride[0].opacity: not a"
            + " number from 0 to 1.",
      })
  void messagesNameThePath(String type, String json, String message) {
    JsonObject parameters = Json.parseObject(json);
    TerrellaException wrong =
        assertThrows(
            TerrellaException.class,
            () -> {
              if (type.endsWith("Source")) {
                SourceParameters.of(type, parameters, "$.p");
              } else {
                LayerParameters.of(type, parameters, "$.p");
              }
            });
    assertEquals("invalid-argument", wrong.code());
    assertEquals(message, wrong.getMessage());
  }

  @Test
  void changedParametersLeaveTheOthers() {
    Source source =
        new Source("s", "S", "RasterSource", JsonObject.of().with("url", "u").with("own", 1L));
    ImagerySource.RasterSource tiles =
        assertInstanceOf(ImagerySource.RasterSource.class, source.typed());
    assertEquals(24, tiles.maxZoom());
    Source changed =
        source.with(
            new ImagerySource.RasterSource(
                "u", 0, 19, "me", "", "", List.of(), JsonObject.of(), false));
    assertEquals(
        Json.parse("{\"url\": \"u\", \"own\": 1, \"maxZoom\": 19, \"attribution\": \"me\"}"),
        changed.parameters());
    ImagerySource.GeoTiff file =
        new ImagerySource.GeoTiff(
            "u", Optional.of(1.5), Optional.empty(), Optional.empty(), JsonObject.of());
    assertEquals(
        Json.parse("{\"urls\": [{\"url\": \"u\", \"min\": 1.5}]}"),
        new ImagerySource.GeoTiffSource(List.of(file), true, false, false, "").toJson());
    Layer shade = new Layer("h", "H", "HillshadeLayer", JsonObject.of());
    assertEquals(0.3, shade.opacity());
    assertEquals(
        JsonObject.of().with("opacity", 1L),
        shade.with(new LayerParameters.HillshadeLayer("", 1, "#473B24")).parameters());
  }
}
