package org.terrella.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.terrella.document.filter.Filter;
import org.terrella.document.filter.LayerFilters;
import org.terrella.document.story.Story;
import org.terrella.error.TerrellaException;
import org.terrella.json.Json;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;

class EntryEditTest {
  private static final JsonObject NOTE =
      Json.parseObject("{\"label\": \"L\", \"position\": {\"x\": 1, \"y\": 2}}");

  private static MapDocument document() {
    Layer segment = new Layer("g", "G", "StorySegmentLayer", JsonObject.of());
    Source source = new Source("s", "S", "GeoJSONSource", JsonObject.of());
    Layer layer = new Layer("a", "A", Layer.VECTOR, JsonObject.of().with("source", "s"));
    return new Edit.All(
            List.of(new Edit.AddLayer(segment, null, 0), new Edit.AddLayer(layer, source, 0)), "x")
        .apply(MapDocument.empty("T"));
  }

  private static void refused(String code, Edit edit) {
    TerrellaException failure =
        assertThrows(TerrellaException.class, () -> edit.apply(document()), edit::toString);
    assertEquals(code, failure.code(), edit::toString);
    assertFalse(edit.label().isBlank());
  }

  private static void undone(Edit edit, Edit inverse) {
    MapDocument changed = edit.apply(document());
    assertFalse(DocumentDifference.between(document(), changed).isEmpty());
    assertEquals(document(), inverse.apply(changed));
  }

  @Test
  void entriesAreSetAndRemoved() {
    JsonObject story = new Story("Y", List.of("g")).toJson(JsonObject.of());
    undone(new EntryEdit.SetStory("y", story), new EntryEdit.RemoveStory("y"));
    undone(new EntryEdit.SetAnnotation("n", NOTE), new EntryEdit.RemoveAnnotation("n"));
    undone(
        new EntryEdit.SetPreset("p", Json.parse("[{\"key\": \"species\", \"value\": \"oak\"}]")),
        new EntryEdit.RemovePreset("p"));
    undone(
        new Edit.SetMetadata("k", new JsonString("v"), "Set"),
        new EntryEdit.RemoveMetadata("k", "Remove"));
    undone(
        new Edit.AddSource(new Source("n", "N", "GeoJSONSource", JsonObject.of())),
        new Edit.RemoveSource("n"));
    MapDocument told = new EntryEdit.SetStory("y", story).apply(document());
    MapDocument without = new Edit.RemoveLayer("g").apply(told);
    assertEquals(List.of(), without.story("y").segments());
  }

  @Test
  void whatCannotBeIsRefused() {
    refused(
        "not-found",
        new EntryEdit.SetStory("y", new Story("Y", List.of("x")).toJson(JsonObject.of())));
    refused(
        "invalid-argument",
        new EntryEdit.SetStory("y", JsonObject.of().with("storySegments", "g")));
    refused("invalid-argument", new EntryEdit.SetStory("", JsonObject.of()));
    refused("invalid-argument", new EntryEdit.SetAnnotation("n", JsonObject.of()));
    refused("invalid-argument", new EntryEdit.SetPreset("p", JsonObject.of()));
    refused("not-found", new EntryEdit.RemoveStory("y"));
    refused("not-found", new EntryEdit.RemoveAnnotation("n"));
    refused("not-found", new EntryEdit.RemovePreset("p"));
    refused("not-found", new EntryEdit.RemoveMetadata("k", "Remove"));
    refused("invalid-argument", new Edit.RemoveSource("s"));
    refused("not-found", new Edit.RemoveSource("x"));
    refused(
        "invalid-argument",
        new Edit.AddSource(new Source("s", "N", "GeoJSONSource", JsonObject.of())));
    refused("not-found", new Edit.SetFilters("x", LayerFilters.NONE));
  }

  @Test
  void filtersAreSet() {
    LayerFilters filters = LayerFilters.ofAll(Filter.of("mag", Filter.Operator.GREATER, 5));
    MapDocument filtered = new Edit.SetFilters("a", filters).apply(document());
    assertEquals(filters, filtered.layer("a").filters());
    assertEquals(
        Json.parse(
            "{\"logicalOp\": \"all\", \"appliedFilters\": [{\"feature\": \"mag\", \"operator\":"
                + " \">\", \"value\": 5}]}"),
        filtered.layer("a").json().get("filters"));
  }

  @Test
  void segmentsThatWereMissingBeforeMayStay() {
    JsonObject story = new Story("Y", List.of("gone")).toJson(JsonObject.of());
    MapDocument others =
        DocumentDifference.NONE.with(Section.STORIES, "y", story).applyTo(document());
    MapDocument renamed = new EntryEdit.SetStory("y", story.with("title", "New")).apply(others);
    assertEquals("New", renamed.story("y").title());
  }
}
