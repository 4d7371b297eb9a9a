package org.terrella.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.terrella.json.Json;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;

class DocumentDifferenceTest {
  private static final String ONE =
      """
      {"schemaVersion": "0.6.0", "own": 1,
       "layers": {"a": {"name": "A", "type": "VectorLayer", "parameters": {"source": "s"}},
                  "b": {"name": "B", "type": "RasterLayer", "visible": true, "parameters": {}}},
       "sources": {"s": {"name": "S", "type": "GeoJSONSource", "parameters": {}}},
       "layerTree": ["a", {"name": "G", "layers": ["b"]}],
       "options": {"zoom": 3}, "metadata": {"title": "T"}}
      """;
  private static final String OTHER =
      """
      {"schemaVersion": "0.7.0", "own": 2,
       "layers": {"a": {"name": "A", "type": "VectorLayer", "parameters": {"source": "t"}},
                  "c": {"name": "C", "type": "New", "parameters": {}}},
       "sources": {"t": {"name": "T", "type": "GeoJSONSource", "parameters": {}}},
       "layerTree": [{"name": "G", "visible": false, "layers": ["c", "a"]}],
       "options": {"zoom": 4, "extent": [0, 0, 1, 1]}, "metadata": {},
       "stories": {"x": {"title": "X"}}, "presets": {"p": [1]},
       "annotations": {"n": {"label": "N"}}, "viewState": {"7": {"zoom": 1}}}
      """;

  private static MapDocument read(String text) {
    return JgisReader.read(text).document();
  }

  @Test
  void appliedToTheFirstTheyGiveTheSecond() {
    for (String before : List.of(ONE, OTHER)) {
      for (String after : List.of(ONE, OTHER)) {
        DocumentDifference difference = DocumentDifference.between(read(before), read(after));
        assertEquals(read(after), difference.applyTo(read(before)));
        assertEquals(before.equals(after), difference.isEmpty());
        MapDocument result = difference.applyTo(read(before));
        assertEquals(read(after), read(JgisWriter.write(result)));
      }
    }
  }

  @Test
  void theyNameWhatChangedAndNothingElse() {
    DocumentDifference difference = DocumentDifference.between(read(ONE), read(OTHER));
    assertEquals(Set.of("c"), difference.layers().added().keySet());
    assertEquals(Set.of("a"), difference.layers().changed().keySet());
    assertEquals(Set.of("b"), difference.layers().removed());
    assertEquals(Set.of("zoom", "extent"), difference.changes(Section.OPTIONS).keys());
    assertEquals(Set.of("title"), difference.changes(Section.METADATA).removed());
    assertEquals(
        Map.of("n", Json.parse("{\"label\": \"N\"}")),
        difference.changes(Section.ANNOTATIONS).set());
    assertEquals(
        Json.parse("[{\"name\": \"G\", \"visible\": false, \"layers\": [\"c\", \"a\"]}]"),
        difference.layerTree().orElseThrow());
    assertEquals("0.7.0", difference.schemaVersion().orElseThrow());
  }

  @Test
  void oneChangeTouchesOneEntry() {
    MapDocument before = read(ONE);
    Layer faint = before.layer("a").withOpacity(0.25);
    DocumentDifference difference =
        DocumentDifference.between(before, new Edit.ReplaceLayer(faint, "x").apply(before));
    assertEquals(Set.of(Section.LAYERS), difference.sections().keySet());
    assertEquals(Map.of("a", faint.json()), difference.layers().changed());
    assertFalse(difference.treeChanged());
  }

  @Test
  void layersThatComeOrGoWithoutATreeAreStillPlaced() {
    JgisReader.Result result =
        DocumentDifference.NONE
            .without(Section.LAYERS, "b")
            .with(
                Section.LAYERS,
                "n",
                Json.parse("{\"name\": \"N\", \"type\": \"VectorLayer\", \"parameters\": {}}"))
            .read(read(ONE));
    assertEquals(
        "[\"a\",{\"name\":\"G\",\"layers\":[]},\"n\"]",
        JgisWriter.tree(result.document().tree()).toString());
    assertEquals(1, result.problems().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "LAYERS|a|7|$.layers.a",
        "LAYERS|n|{}|$.layers.n.name",
        "LAYERS|n|{\"name\": \"N\", \"type\": [], \"visible\": 1}|$.layers.n.visible",
        "LAYERS|a|{\"name\": \"N\", \"type\": \"X\", \"parameters\": {\"source\": \"q\"}}|$.layers.a",
        "SOURCES|s|[]|$.sources.s",
        "SOURCES|s|{\"name\": \"N\", \"type\": \"X\", \"parameters\": 1}|$.sources.s.parameters",
        "OPTIONS|zoom|\"big\"|$.options.zoom",
        "STORIES|x|1|$.stories.x",
        "ANNOTATIONS|x|null|$.annotations.x",
      })
  void whatOthersSendWrongIsReported(Section section, String key, String value, String path) {
    JgisReader.Result result =
        DocumentDifference.NONE.with(section, key, Json.parse(value)).read(read(ONE));
    assertTrue(
        result.problems().stream().anyMatch(problem -> problem.startsWith(path + ":")),
        result.problems().toString());
    assertEquals(result.document(), read(JgisWriter.write(result.document())));
  }

  @Test
  void aTreeThatIsNoneLosesNoLayer() {
    MapDocument before = read(ONE);
    for (String tree : List.of("7", "[\"a\", \"a\", \"gone\", 5]", "{}", "[]")) {
      JgisReader.Result result = DocumentDifference.NONE.withTree(Json.parse(tree)).read(before);
      assertFalse(result.problems().isEmpty());
      assertEquals(2, result.document().drawingOrder().size());
    }
  }

  @Test
  void nothingChangesNothing() {
    MapDocument document = read(ONE);
    assertSame(document, DocumentDifference.NONE.applyTo(document));
    assertSame(DocumentDifference.NONE, DocumentDifference.between(document, document));
    assertTrue(DocumentDifference.between(document, read(ONE)).isEmpty());
    assertEquals(Section.VIEW_STATE, Section.of("viewState").orElseThrow());
    assertTrue(Section.of("layerTree").isEmpty());
  }

  @Test
  void sectionsThatWereAbsentStayAbsentWhileEmpty() {
    MapDocument document = read(ONE);
    assertEquals(Json.parse(ONE), JgisWriter.toJson(document));
    MapDocument noted =
        DocumentDifference.NONE
            .with(Section.ANNOTATIONS, "n", JsonObject.of().with("label", "N"))
            .applyTo(document);
    assertTrue(JgisWriter.toJson(noted).has("annotations"));
    MapDocument wide =
        DocumentDifference.NONE
            .with(Section.METADATA, "any", JsonNull.NULL)
            .with(Section.PRESETS, "p", new JsonString("x"))
            .applyTo(document);
    assertEquals(wide, read(JgisWriter.write(wide)));
  }
}
