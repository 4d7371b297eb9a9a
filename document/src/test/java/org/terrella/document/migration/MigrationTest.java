package org.terrella.document.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.terrella.document.JgisReader;
import org.terrella.document.JgisWriter;
import org.terrella.document.MapDocument;
import org.terrella.document.SharedData;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;

class MigrationTest {
  private static Stream<Path> oldDocuments() {
    return SharedData.documents("documents/migrations/v0.5.0");
  }

  /** The pairs are JupyterGIS's own; it makes ids by chance. */
  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("oldDocuments")
  void oldDocumentsBecomeWhatJupyterGisMakesOfThem(Path file) {
    Path expected = file.getParent().resolveSibling("v0.6.0").resolve(file.getFileName());
    Assumptions.assumeTrue(Files.exists(expected), "there is no " + expected);
    JgisReader.Result result = JgisReader.read(SharedData.text(file));
    assertEquals(List.of(), result.problems());
    assertEquals(
        withoutSymbologyIds(Json.parse(SharedData.text(expected)), false),
        withoutSymbologyIds(JgisWriter.toJson(result.document()), false));
  }

  private static JsonValue withoutSymbologyIds(JsonValue value, boolean inside) {
    if (value instanceof JsonArray array) {
      List<JsonValue> values = new ArrayList<>();
      array.forEach(item -> values.add(withoutSymbologyIds(item, inside)));
      return JsonArray.of(values);
    }
    if (!(value instanceof JsonObject object)) {
      return value;
    }
    JsonObject result = JsonObject.of();
    for (String key : object.keys()) {
      boolean below = inside || key.equals("symbologyState");
      if (!inside || !key.equals("id")) {
        result = result.with(key, withoutSymbologyIds(object.get(key), below));
      }
    }
    return result;
  }

  private static JsonObject symbology(String type, String parameters) {
    String text =
        "{\"schemaVersion\": \"0.5.0\", \"sources\": {}, \"layerTree\": [\"a\"], \"layers\": {\"a\":"
            + " {\"name\": \"A\", \"type\": \"%s\", \"parameters\": %s}}}";
    MapDocument document = JgisReader.read(text.formatted(type, parameters)).document();
    JsonObject read = document.layer("a").parameters();
    JsonObject once = Migration.to06(JgisWriter.toJson(document));
    assertEquals(JgisWriter.toJson(document), once);
    return read;
  }

  private static String mapping(JsonObject parameters, int rule, int mapping) {
    return parameters
        .object("symbologyState")
        .array("layers")
        .object(0)
        .array("rules")
        .object(rule)
        .array("mappings")
        .object(mapping)
        .toString();
  }

  @Test
  void coloursBecomeASingleSymbol() {
    JsonObject read =
        symbology(
            "VectorTileLayer",
            "{\"color\": {\"fill-color\": \"#102030\", \"stroke-width\": 3}, \"keep\": 1,"
                + " \"symbologyState\": {}}");
    assertFalse(read.has("color"));
    assertEquals(1, read.integer("keep"));
    assertEquals(
        "{\"scale\":{\"scheme\":\"constant_rgba\",\"params\":{\"value\":[16,32,48,1]}},"
            + "\"encodings\":[\"fill-color\",\"circle-fill-color\"]}",
        mapping(read, 0, 0));
    assertTrue(mapping(read, 0, 2).contains("\"value\":3"));
  }

  @Test
  void classesComeOutOfTheExpression() {
    JsonObject read =
        symbology(
            "VectorLayer",
            "{\"color\": {\"fill-color\": [\"case\", [\"has\", \"pop\"], [\"interpolate\","
                + " [\"linear\"], [\"get\", \"pop\"], 1, [0, 0, 0, 1], 9, [255, 0, 0, 1]], [0, 0,"
                + " 0, 0]]}, \"symbologyState\": {\"renderType\": \"Graduated\", \"value\": \"pop\","
                + " \"nClasses\": \"2\", \"mode\": \"jenks\", \"colorRamp\": \"hot\"}}");
    assertEquals(
        "{\"scale\":{\"scheme\":\"colorMap\",\"params\":{\"name\":\"hot\",\"reverse\":false,"
            + "\"fallback\":[0,0,0,0],\"nShades\":2,\"mode\":\"jenks\",\"colorStops\":["
            + "{\"stop\":1,\"color\":[0,0,0,1]},{\"stop\":9,\"color\":[255,0,0,1]}]}},"
            + "\"encodings\":[\"fill-color\",\"circle-fill-color\"]}",
        mapping(read, 0, 0));
  }

  @Test
  void categoriesComeOutOfTheExpression() {
    JsonObject read =
        symbology(
            "VectorLayer",
            "{\"color\": {\"fill-color\": [\"case\", [\"==\", [\"get\", \"kind\"], \"x\"], [1, 2,"
                + " 3], [0, 0, 0, 0]]}, \"symbologyState\": {\"renderType\": \"Categorized\","
                + " \"value\": \"kind\"}}");
    assertTrue(
        mapping(read, 0, 0).contains("\"colorStops\":[{\"stop\":\"x\",\"color\":[1,2,3,1]}]"),
        mapping(read, 0, 0));
  }

  @Test
  void sizesAndCanonicalColours() {
    JsonObject sizes =
        symbology(
            "VectorLayer",
            "{\"color\": {\"circle-radius\": [\"interpolate\", [\"linear\"], [\"get\", \"mag\"], 1,"
                + " 2, 8, 16]}, \"symbologyState\": {\"renderType\": \"Graduated\", \"value\":"
                + " \"mag\", \"method\": \"radius\"}}");
    assertTrue(mapping(sizes, 1, 0).contains("\"domain\":[1,8],\"range\":[2,16]"));
    JsonObject canonical =
        symbology(
            "VectorLayer",
            "{\"symbologyState\": {\"renderType\": \"Canonical\", \"value\": \"color\"}}");
    assertTrue(mapping(canonical, 0, 0).startsWith("{\"scale\":{\"scheme\":\"identity\"}"));
  }

  @Test
  void bands() {
    JsonObject read =
        symbology(
            "WebGlLayer",
            "{\"color\": [\"case\", [\"==\", [\"band\", 2], 0], [0, 0, 0, 0], [\"interpolate\","
                + " [\"linear\"], [\"band\", 1], 0, [0, 0, 0], 1, [9, 9, 9]]], \"symbologyState\":"
                + " {\"renderType\": \"Singleband Pseudocolor\", \"band\": 1}}");
    assertTrue(
        mapping(read, 0, 0)
            .contains("[{\"stop\":0,\"color\":[0,0,0,1]},{\"stop\":1,\"color\":[9,9,9,1]}]"));
    JsonObject bands =
        symbology(
            "GeoTiffLayer",
            "{\"symbologyState\": {\"renderType\": \"Multiband Color\", \"redBand\": 3,"
                + " \"greenBand\": 2, \"blueBand\": 1, \"alphaBand\": 0}}");
    assertTrue(mapping(bands, 2, 0).contains("pixel-blue"));
  }

  @Test
  void whatIsNotUnderstoodStays() {
    String odd =
        "{\"symbologyState\": {\"renderType\": \"Heatmap\", \"radius\": 3}, \"color\": {\"x\": 1}}";
    assertEquals(Json.parse(odd), symbology("VectorLayer", odd));
    assertEquals(JsonObject.of(), symbology("VectorLayer", "{}"));
    assertEquals(Json.parse("{\"color\": 7}"), symbology("Other", "{\"color\": 7}"));
  }

  @Test
  void annotationsAndCaptionsMove() {
    MapDocument document =
        JgisReader.read(
                """
                {"schemaVersion": "0.5.0", "sources": {}, "layerTree": ["s"],
                 "layers": {"s": {"name": "S", "type": "StorySegmentLayer", "parameters":
                   {"content": {"contentMode": "map", "title": "Old"}}}},
                 "metadata": {"annotation_1": "{\\"label\\": \\"L\\"}", "annotation_2": "no JSON",
                   "title": "T"}}
                """)
            .document();
    assertEquals(Json.parse("{\"1\": {\"label\": \"L\"}}"), document.annotations());
    assertEquals(
        JsonObject.of().with("annotation_2", "no JSON").with("title", "T"), document.metadata());
    JsonObject content = document.layer("s").parameters().object("content");
    assertEquals(new JsonString("Old"), content.get("imageCaption"));
    assertFalse(content.has("title"));
    assertEquals("25%", content.string("panelWidth"));
  }
}
