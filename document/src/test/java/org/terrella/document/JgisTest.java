package org.terrella.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.terrella.document.symbology.FlatStyle;
import org.terrella.document.symbology.Legend;
import org.terrella.document.symbology.Symbology;
import org.terrella.error.TerrellaException;
import org.terrella.json.Json;

class JgisTest {
  private static final String WHOLE =
      """
      {"schemaVersion": "0.6.0", "unknown": [1, null, {"a": 1e2}],
       "layers": {
         "a": {"name": "A", "type": "VectorLayer", "visible": false, "filters": {"x": 1},
               "parameters": {"source": "s", "opacity": 0.5, "color": {}}},
         "b": {"name": "B", "type": "SomethingNew", "visible": true, "parameters": {}}},
       "sources": {"s": {"name": "S", "type": "GeoJSONSource", "extra": true,
                         "parameters": {"path": "s.geojson"}}},
       "layerTree": ["a", {"name": "G", "visible": false, "hint": 1, "layers": ["b"]}],
       "options": {"zoom": 3, "projection": "EPSG:4326", "own": "x"},
       "metadata": {"title": "T"}}
      """;

  private static Stream<Path> goodDocuments() {
    return Stream.of("documents/jgis", "documents/migrations/v0.5.0", "documents/migrations/v0.6.0")
        .flatMap(SharedData::documents);
  }

  private static Stream<Path> badDocuments() {
    return SharedData.documents("bad");
  }

  @Test
  void sharedDocumentsAreRead() {
    long count = goodDocuments().count();
    Assumptions.assumeTrue(count > 0, "The shared test data are not here: no real documents.");
    assertTrue(count >= 19, count + " documents");
  }

  @Test
  void whatIsNotKnownIsKept() {
    JgisReader.Result result = JgisReader.read(WHOLE);
    assertEquals(List.of(), result.problems());
    assertEquals(Json.parse(WHOLE), JgisWriter.toJson(result.document()));
    assertEquals(
        result.document(), JgisReader.read(JgisWriter.write(result.document())).document());
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("goodDocuments")
  void realDocumentsComeBackAsTheyWere(Path file) {
    String text = SharedData.text(file);
    JgisReader.Result result = JgisReader.read(text);
    assertEquals(List.of(), result.problems());
    draw(result.document());
    String written = JgisWriter.write(result.document());
    assertEquals(result.document(), JgisReader.read(written).document());
    if (Json.parseObject(text).string("schemaVersion").equals(MapDocument.SCHEMA_VERSION)) {
      assertEquals(Json.parse(text), Json.parse(written));
      if (file.toString().contains("documents/jgis")) {
        assertEquals(text.strip(), written.strip());
      }
    } else {
      assertEquals(MapDocument.SCHEMA_VERSION, result.document().schemaVersion());
      assertEquals(written, JgisWriter.write(JgisReader.read(written).document()));
    }
  }

  @Test
  void whatWasAbsentStaysAbsent() {
    for (String text :
        List.of(
            "{\"schemaVersion\": \"0.6.0\", \"layers\": {}, \"sources\": {}}",
            "{\"schemaVersion\": \"0.6.0\", \"layers\": {\"a\": {\"name\": \"A\", \"type\": \"T\"}},"
                + " \"sources\": {\"s\": {\"name\": \"S\", \"type\": \"T\"}}, \"layerTree\":"
                + " [{\"name\": \"G\", \"layers\": [\"a\"]}]}")) {
      JgisReader.Result result = JgisReader.read(text);
      assertEquals(List.of(), result.problems());
      assertEquals(Json.parse(text), JgisWriter.toJson(result.document()));
    }
  }

  @Test
  void textIsLaidOutAsJupyterGisDoes() {
    String text =
        """
        {
          "layerTree": [
            "\\u00e9\\ud83d\\ude00"
          ],
          "layers": {
            "\\u00e9\\ud83d\\ude00": {
              "name": "\\"\\n",
              "parameters": {
                "extent": [
                  1.0,
                  -2e-05
                ]
              },
              "type": "T",
              "visible": true
            }
          },
          "metadata": {},
          "schemaVersion": "0.6.0",
          "sources": {}
        }
        """;
    assertEquals(text, JgisWriter.write(JgisReader.read(text).document()));
  }

  /** Never another exception, and what was read can be drawn, written and read again. */
  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("badDocuments")
  void badDocumentsAreRefusedOrRepaired(Path file) {
    JgisReader.Result result;
    try {
      result = JgisReader.read(SharedData.text(file));
    } catch (TerrellaException refused) {
      assertEquals("malformed-input", refused.code());
      assertTrue(refused.getMessage().length() > 20, refused.getMessage());
      return;
    }
    for (String problem : result.problems()) {
      assertTrue(problem.startsWith("$."), problem);
    }
    draw(result.document());
    MapDocument again = JgisReader.read(JgisWriter.write(result.document())).document();
    assertEquals(result.document(), again);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|it has neither layers nor sources",
        "[]|this is an array",
        "null|this is null",
        "{\"layers\": {}|line 1",
        "<html>|line 1",
      })
  void whatIsNoDocumentIsRefused(String text, String reason) {
    TerrellaException refused = assertThrows(TerrellaException.class, () -> JgisReader.read(text));
    assertEquals("malformed-input", refused.code());
    assertTrue(refused.getMessage().contains(reason), refused.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`\"options\": {\"zoom\": \"big\"}`|$.options.zoom",
        "`\"options\": {\"extent\": [1, 2]}`|$.options.extent",
        "`\"options\": {\"projection\": 4326}`|$.options.projection",
        "`\"layerTree\": {}`|$.layerTree",
        "`\"layerTree\": [7]`|$.layerTree[0]",
        "`\"layerTree\": [\"gone\"]`|$.layerTree[0]",
        "`\"layerTree\": [{\"name\": 1, \"layers\": []}]`|$.layerTree[0].name",
        "`\"layerTree\": [{\"name\": \"G\", \"layers\": 7}]`|$.layerTree[0].layers",
        "`\"layerTree\": [{\"name\": \"G\"}]`|$.layerTree[0].layers",
        "`\"layerTree\": [{\"layers\": [], \"visible\": 0, \"name\": \"G\"}]`|$.layerTree[0].visible",
        "`\"stories\": []`|$.stories",
        "`\"annotations\": {\"a\": 1}`|$.annotations.a",
        "`\"viewState\": {\"a\": \"b\"}`|$.viewState.a",
        "`\"layers\": {\"a\": []}`|$.layers.a",
        "`\"layers\": {\"a\": {\"parameters\": 1}}`|$.layers.a.parameters",
        "`\"layers\": {\"a\": {\"parameters\": {\"opacity\": 7}}}`|$.layers.a.parameters.opacity",
        "`\"layers\": {\"a\": {\"parameters\": {\"source\": \"s\"}}}`|$.layers.a",
        "`\"sources\": {\"a\": {\"name\": 1}}`|$.sources.a.name",
        "`\"schemaVersion\": \"0.6.1\"`|$.schemaVersion",
        "`\"schemaVersion\": \"99.0.0\"`|$.schemaVersion",
        "`\"schemaVersion\": 6`|$.schemaVersion",
      })
  void problemsNameTheirPath(String member, String path) {
    String text = "{\"layers\": {}, \"sources\": {}, \"schemaVersion\": \"0.6.0\", %s}";
    List<String> problems = JgisReader.read(text.formatted(member)).problems();
    assertTrue(problems.stream().anyMatch(p -> p.startsWith(path + ":")), problems.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.4.0", "0.5.0", "0.6.0", "0.6", "0"})
  void olderVersionsAreNoProblem(String version) {
    String text = "{\"layers\": {}, \"sources\": {}, \"schemaVersion\": \"%s\"}";
    assertEquals(List.of(), JgisReader.read(text.formatted(version)).problems());
  }

  @Test
  void groupsThatNestWithoutEndLoseNoLayer() {
    String tree = "[".concat("{\"name\": \"g\", \"layers\": [".repeat(200)) + "\"a\"";
    String text =
        "{\"layers\": {\"a\": {\"name\": \"A\", \"type\": \"VectorLayer\", \"parameters\": {}}},"
            + " \"sources\": {}, \"layerTree\": "
            + tree
            + "]}".repeat(200)
            + "]}";
    JgisReader.Result result = JgisReader.read(text);
    assertFalse(result.problems().isEmpty());
    assertEquals(1, result.document().drawingOrder().size());
  }

  private static void draw(MapDocument document) {
    document.title();
    document.projection();
    for (Layer layer : document.drawingOrder()) {
      Source source = document.sourceOf(layer);
      if (source != null) {
        source.path();
      }
      Symbology look = Symbology.of(layer);
      FlatStyle.of(look);
      Legend.of(look, layer.name());
      look.fields();
    }
  }
}
