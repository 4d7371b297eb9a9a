package org.terrella.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.terrella.error.TerrellaException;
import org.terrella.json.Json;
import org.terrella.json.JsonObject;

class EditTest {
  private static final Source SOURCE =
      new Source("s", "S", "GeoJSONSource", JsonObject.of().with("path", "s.geojson"));

  /** From the top: c, group G with b, a. */
  private static MapDocument document() {
    MapDocument document = MapDocument.empty("T");
    for (String id : List.of("a", "b", "c")) {
      document = new Edit.AddLayer(layer(id), SOURCE, 0).apply(document);
    }
    List<TreeItem> tree =
        List.of(
            new TreeItem.LayerRef("a"),
            new TreeItem.Group("G", List.of(new TreeItem.LayerRef("b"))),
            new TreeItem.LayerRef("c"));
    return document.with(document.layers(), document.sources(), tree);
  }

  private static Layer layer(String id) {
    return new Layer(id, id, Layer.VECTOR, JsonObject.of().with("source", "s"));
  }

  /** Layers from the top, those of a group behind its name. */
  private static String fromTop(List<TreeItem> items) {
    StringBuilder text = new StringBuilder();
    for (int i = items.size() - 1; i >= 0; i--) {
      if (items.get(i) instanceof TreeItem.LayerRef ref) {
        text.append(ref.layer());
      } else if (items.get(i) instanceof TreeItem.Group group) {
        text.append(group.name()).append('(').append(fromTop(group.items())).append(')');
      }
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 99, -1, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void removingWhatWasAddedGivesTheSameDocument(int index) {
    MapDocument before = document();
    Source own = new Source("own", "Own", "GeoJSONSource", JsonObject.of());
    Layer added = new Layer("new", "New", Layer.VECTOR, JsonObject.of().with("source", own.id()));
    MapDocument with = new Edit.AddLayer(added, own, index).apply(before);
    assertEquals(4, with.drawingOrder().size());
    assertEquals(before, new Edit.RemoveLayer("new").apply(with));
  }

  @ParameterizedTest
  @CsvSource({"0, ncG(b)a", "1, cnG(b)a", "3, cG(b)an", "99, cG(b)an", "-5, ncG(b)a"})
  void layersAreAddedFromTheTop(int index, String expected) {
    MapDocument after = new Edit.AddLayer(layer("n"), null, index).apply(document());
    assertEquals(expected, fromTop(after.tree()));
  }

  @ParameterizedTest
  @CsvSource({
    "a, 0, '', acG(b)",
    "a, 1, '', caG(b)",
    "a, 2, '', cG(b)a",
    "c, 99, '', G(b)ac",
    "b, 0, '', bcG()a",
    "a, 0, G, cG(ab)",
    "a, 1, G, cG(ba)",
    "b, 0, G, cG(b)a",
  })
  void indicesOfMovesCountFromTheTop(String layer, int index, String group, String expected) {
    MapDocument after = new Edit.MoveLayer(layer, index, group).apply(document());
    assertEquals(expected, fromTop(after.tree()));
    assertEquals(group, after.groupOf(layer));
    assertEquals(document().layers(), after.layers());
  }

  @Test
  void aSourceStaysWhileALayerUsesIt() {
    MapDocument one = new Edit.RemoveLayer("a").apply(document());
    assertEquals(1, one.sources().size());
    MapDocument none =
        new Edit.All(List.of(new Edit.RemoveLayer("b"), new Edit.RemoveLayer("c")), "x").apply(one);
    assertEquals(0, none.sources().size());
    assertEquals("G()", fromTop(none.tree()));
  }

  @Test
  void editsThatCannotBeAreRefused() {
    MapDocument document = document();
    Layer clear = layer("a").withOpacity(1.5);
    refused("invalid-argument", new Edit.AddLayer(layer("a"), SOURCE, 0));
    refused("invalid-argument", new Edit.ReplaceLayer(clear, "x"));
    refused(
        "invalid-argument",
        new Edit.AddLayer(layer("n"), new Source("s", "Other", "x", JsonObject.of()), 0));
    Layer lost = new Layer("n", "N", Layer.VECTOR, JsonObject.of().with("source", "gone"));
    refused("not-found", new Edit.AddLayer(lost, null, 0));
    refused("not-found", new Edit.ReplaceLayer(layer("n"), "x"));
    refused(
        "not-found",
        new Edit.ReplaceLayer(
            layer("a").withParameters(JsonObject.of().with("source", "gone")), "x"));
    refused("not-found", new Edit.RemoveLayer("n"));
    refused("not-found", new Edit.MoveLayer("n", 0, ""));
    refused("not-found", new Edit.MoveLayer("a", 0, "no such group"));
    refused("not-found", new Edit.ReplaceSource(new Source("n", "", "", JsonObject.of())));
    refused("invalid-argument", new Edit.SetOptions(JsonObject.of().with("zoom", "big")));
    refused("invalid-argument", new Edit.SetOptions(Json.parseObject("{\"extent\": [1, 2]}")));
    // One that fails takes the others with it.
    refused(
        "not-found",
        new Edit.All(List.of(new Edit.RemoveLayer("a"), new Edit.RemoveLayer("a")), "x"));
    assertEquals(document(), document);
  }

  private static void refused(String code, Edit edit) {
    TerrellaException failure =
        assertThrows(TerrellaException.class, () -> edit.apply(document()), edit::toString);
    assertEquals(code, failure.code(), edit::toString);
  }

  @Test
  void optionsAndMetadataChangeAlone() {
    MapDocument document = document();
    MapDocument moved =
        new Edit.SetOptions(Json.parseObject("{\"zoom\": 7, \"own\": []}")).apply(document);
    assertEquals(7, moved.options().number("zoom"));
    assertEquals("EPSG:3857", moved.projection());
    assertEquals(document.tree(), moved.tree());
    MapDocument named =
        new Edit.SetMetadata("title", Json.parse("\"New\""), "Rename").apply(document);
    assertEquals("New", named.title());
    assertEquals(document.options(), named.options());
  }
}
