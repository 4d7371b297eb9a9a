package org.terrella.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonObject;

class TreeEditTest {
  /** From the top: c, G(b, H(d, e)), another G(f), a. */
  private static MapDocument document() {
    return JgisReader.read(
            """
            {"schemaVersion": "0.6.0",
             "layers": {"a": {"name": "A", "type": "VectorLayer", "parameters": {"source": "s"}},
               "b": {"name": "B", "type": "VectorLayer", "parameters": {"source": "s"}},
               "c": {"name": "C", "type": "VectorLayer", "parameters": {"source": "s"}},
               "d": {"name": "D", "type": "VectorLayer", "parameters": {"source": "t"}},
               "e": {"name": "E", "type": "VectorLayer", "parameters": {"source": "t"}},
               "f": {"name": "F", "type": "StorySegmentLayer", "parameters": {}}},
             "sources": {"s": {"name": "S", "type": "GeoJSONSource", "parameters": {}},
               "t": {"name": "T", "type": "GeoJSONSource", "parameters": {}}},
             "stories": {"y": {"title": "Y", "storySegments": ["f", "gone"]}},
             "layerTree": ["a", {"name": "G", "layers": ["f"]}, {"name": "G", "own": 1, "layers":
               [{"name": "H", "layers": ["e", "d"]}, "b"]}, "c"]}
            """)
        .document();
  }

  /** Items from the top, those of a group behind its name. */
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

  private static TreePath path(String digits) {
    TreePath path = TreePath.ROOT;
    for (char digit : (digits == null ? "" : digits).toCharArray()) {
      path = path.child(digit - '0');
    }
    return path;
  }

  private static String after(Edit edit) {
    return fromTop(edit.apply(document()).tree());
  }

  private static void refused(String code, Edit edit) {
    TerrellaException failure =
        assertThrows(TerrellaException.class, () -> edit.apply(document()), edit::toString);
    assertEquals(code, failure.code(), edit::toString);
    assertFalse(edit.label().isBlank());
  }

  @ParameterizedTest
  @CsvSource({
    "'', 0, N()cG(bH(de))G(f)a",
    "'', 99, cG(bH(de))G(f)aN()",
    "1, 1, cG(bN()H(de))G(f)a",
    "11, -3, cG(bH(N()de))G(f)a",
    "2, 1, cG(bH(de))G(fN())a",
  })
  void groupsAreAddedFromTheTop(String parent, int index, String expected) {
    assertEquals("cG(bH(de))G(f)a", fromTop(document().tree()));
    assertEquals(expected, after(new TreeEdit.AddGroup("N", path(parent), index)));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 0, G(cbH(de))G(f)a",
    "0, '', 3, G(bH(de))G(f)ac",
    "3, 0, 0, ''",
    "1, 2, 0, cG(G(bH(de))f)a",
    "2, 1, 9, cG(bH(de)G(f))a",
    "2, 11, 1, cG(bH(dG(f)e))a",
    "11, '', 0, H(de)cG(b)G(f)a",
    "10, 11, 0, cG(H(bde))G(f)a",
    "110, 11, 1, cG(bH(ed))G(f)a",
    "1, '', 2, cG(f)G(bH(de))a",
    "0, 11, 2, G(bH(dec))G(f)a",
  })
  void itemsAreMovedByTheirPaths(String item, String group, int index, String expected) {
    Edit move = new TreeEdit.MoveItem(path(item), path(group), index);
    if (expected.isEmpty()) {
      refused("not-found", move);
    } else {
      assertEquals(expected, after(move));
    }
  }

  @Test
  void groupsOfTheSameNameAreToldApart() {
    assertEquals("cG(bH(de))X(f)a", after(new TreeEdit.RenameGroup(path("2"), "X")));
    MapDocument renamed = new TreeEdit.RenameGroup(path("1"), "X").apply(document());
    assertEquals("cX(bH(de))G(f)a", fromTop(renamed.tree()));
    assertTrue(((TreeItem.Group) renamed.item(path("1"))).members().has("own"));
  }

  @Test
  void groupsAreRemovedWithOrWithoutTheirLayers() {
    assertEquals("cbH(de)G(f)a", after(new TreeEdit.RemoveGroup(path("1"), false)));
    assertEquals("cG(bde)G(f)a", after(new TreeEdit.RemoveGroup(path("11"), false)));
    MapDocument without = new TreeEdit.RemoveGroup(path("1"), true).apply(document());
    assertEquals("cG(f)a", fromTop(without.tree()));
    assertEquals(List.of("a", "c", "f"), List.copyOf(without.layers().keySet()));
    assertEquals(List.of("s"), List.copyOf(without.sources().keySet()));
    MapDocument untold = new TreeEdit.RemoveGroup(path("2"), true).apply(document());
    assertEquals(List.of("gone"), untold.story("y").segments());
  }

  @Test
  void whatCannotBeIsRefused() {
    refused("invalid-argument", new TreeEdit.MoveItem(path("1"), path("1"), 0));
    refused("invalid-argument", new TreeEdit.MoveItem(path("1"), path("11"), 0));
    refused("invalid-argument", new TreeEdit.MoveItem(TreePath.ROOT, path("1"), 0));
    refused("not-found", new TreeEdit.MoveItem(path("9"), TreePath.ROOT, 0));
    refused("not-found", new TreeEdit.MoveItem(path("0"), path("15"), 0));
    refused("not-found", new TreeEdit.AddGroup("N", path("0"), 0));
    refused("invalid-argument", new TreeEdit.AddGroup(" ", TreePath.ROOT, 0));
    refused("invalid-argument", new TreeEdit.RenameGroup(path("1"), ""));
    refused("not-found", new TreeEdit.RenameGroup(path("0"), "N"));
    refused("not-found", new TreeEdit.RemoveGroup(TreePath.ROOT, true));
    refused("not-found", new TreeEdit.SetGroupVisible(path("3"), true, false));
    assertThrows(TerrellaException.class, () -> TreePath.of(-1));
  }

  @Test
  void groupsNestAsDeepAsTheyCanBeRead() {
    MapDocument document = MapDocument.empty("T");
    TreePath deepest = TreePath.ROOT;
    for (int i = 0; i < LayerTree.DEEPEST_GROUP; i++) {
      document = new TreeEdit.AddGroup("G", deepest, 0).apply(document);
      deepest = deepest.child(0);
    }
    JgisReader.Result read = JgisReader.read(JgisWriter.toJson(document));
    assertEquals(List.of(), read.problems());
    assertEquals(document, read.document());
    MapDocument full = document;
    Edit further = new TreeEdit.AddGroup("G", deepest, 0);
    assertThrows(TerrellaException.class, () -> further.apply(full));
  }

  @Test
  void visibilityIsThatOfTheLayersInside() {
    MapDocument all = document();
    assertEquals(GroupVisibility.ALL, all.visibility(path("1")));
    MapDocument some = new TreeEdit.SetGroupVisible(path("11"), false, false).apply(all);
    assertEquals(GroupVisibility.SOME, some.visibility(path("1")));
    assertEquals(GroupVisibility.NONE, some.visibility(path("11")));
    assertEquals(GroupVisibility.SOME, some.visibility(TreePath.ROOT));
    assertTrue(some.layer("d").visible());
    assertFalse(some.isShown("d"));
    assertTrue(some.isShown("b"));
    MapDocument none = new TreeEdit.SetGroupVisible(path("1"), false, true).apply(some);
    assertEquals(GroupVisibility.NONE, none.visibility(path("1")));
    assertFalse(none.layer("d").visible());
    MapDocument again = new TreeEdit.SetGroupVisible(path("1"), true, true).apply(none);
    assertEquals(GroupVisibility.ALL, again.visibility(path("1")));
    assertTrue(again.isShown("e"));
    MapDocument empty = new TreeEdit.AddGroup("N", TreePath.ROOT, 0).apply(all);
    assertEquals(GroupVisibility.ALL, empty.visibility(path("0")));
    assertEquals(
        GroupVisibility.NONE,
        new TreeEdit.SetGroupVisible(path("0"), false, false).apply(empty).visibility(path("0")));
  }

  @Test
  void copiesLieAboveTheirLayer() {
    MapDocument copied = new Edit.DuplicateLayer("d", "n", "Copy").apply(document());
    assertEquals("cG(bH(nde))G(f)a", fromTop(copied.tree()));
    assertEquals("Copy", copied.layer("n").name());
    assertEquals("t", copied.layer("n").source());
    assertEquals(TreePath.of(1, 1, 0), copied.pathOf("n"));
    assertEquals(document(), new Edit.RemoveLayer("n").apply(copied));
    refused("invalid-argument", new Edit.DuplicateLayer("d", "a", "Copy"));
    refused("invalid-argument", new Edit.DuplicateLayer("d", "", "Copy"));
    refused("not-found", new Edit.DuplicateLayer("x", "n", "Copy"));
  }

  @Test
  void pathsAreOfTheTreeTheyWereTakenFrom() {
    assertEquals("/1/1/0", document().pathOf("d").toString());
    assertEquals("/", TreePath.ROOT.toString());
    assertThrows(TerrellaException.class, () -> document().pathOf("x"));
    assertThrows(TerrellaException.class, () -> document().item(TreePath.ROOT));
    assertEquals(new TreeItem.LayerRef("c"), document().item(path("0")));
    assertEquals(JsonObject.of(), ((TreeItem.Group) document().item(path("2"))).members());
  }
}
