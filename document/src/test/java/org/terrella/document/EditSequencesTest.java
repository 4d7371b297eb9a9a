package org.terrella.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.terrella.document.filter.Filter;
import org.terrella.document.filter.LayerFilters;
import org.terrella.document.story.Preset;
import org.terrella.document.story.Story;
import org.terrella.document.symbology.Rgba;
import org.terrella.document.symbology.Symbology;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonBoolean;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;

/** What holds after any sequence of edits, for sequences made by chance from fixed seeds. */
class EditSequencesTest {
  private static final int EDITS = 2_000;

  private Random random;
  private MapDocument document;
  private int made;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void everyResultIsADocument(long seed) {
    random = new Random(seed);
    document = MapDocument.empty("T");
    MapDocument first = document;
    MapDocument replica = document;
    int applied = 0;
    while (applied < EDITS) {
      Edit edit = edit();
      MapDocument before = document;
      try {
        document = edit.apply(before);
      } catch (TerrellaException refused) {
        assertTrue(
            List.of("invalid-argument", "not-found").contains(refused.code()), refused.toString());
        continue;
      }
      applied++;
      assertTrue(!edit.label().isBlank());
      JgisReader.Result read = JgisReader.read(JgisWriter.toJson(document));
      assertEquals(List.of(), read.problems(), edit::toString);
      assertEquals(document, read.document(), edit::toString);
      assertEquals(document.layers().keySet(), new TreeSet<>(LayerTree.layers(document.tree())));
      assertEquals(document.layers().size(), LayerTree.layers(document.tree()).size());
      DocumentDifference forth = DocumentDifference.between(before, document);
      assertEquals(before.equals(document), forth.isEmpty());
      assertEquals(document, forth.applyTo(before), edit::toString);
      assertEquals(before, DocumentDifference.between(document, before).applyTo(document));
      replica = forth.applyTo(replica);
      if (applied % 50 == 0) {
        String text = JgisWriter.write(document);
        assertEquals(document, JgisReader.read(text).document());
        assertEquals(text, JgisWriter.write(JgisReader.read(text).document()));
        assertEquals(document, DocumentDifference.between(first, document).applyTo(first));
        assertEquals(document, replica);
        first = document;
      }
    }
    assertTrue(made > 0);
  }

  /** Other clients may send anything; what comes of it is a document that can be kept. */
  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void anythingFromOthersGivesADocument(long seed) {
    random = new Random(seed);
    document = MapDocument.empty("T");
    for (int i = 0; i < 1_000; i++) {
      DocumentDifference difference = DocumentDifference.NONE;
      for (int changes = random.nextInt(4); changes >= 0; changes--) {
        Section section = Section.values()[random.nextInt(Section.values().length)];
        difference =
            random.nextInt(4) == 0
                ? difference.without(section, id())
                : difference.with(section, key(section), any(3));
      }
      if (random.nextInt(3) == 0) {
        difference = difference.withTree(random.nextBoolean() ? any(4) : tree(3));
      }
      JgisReader.Result result = difference.read(document);
      for (String problem : result.problems()) {
        assertTrue(problem.startsWith("$."), problem);
      }
      document = result.document();
      MapDocument again = JgisReader.read(JgisWriter.write(document)).document();
      assertEquals(document, again);
      assertTrue(DocumentDifference.between(document, again).isEmpty());
      document.drawingOrder().forEach(layer -> Symbology.of(layer).toJson());
    }
  }

  private Edit edit() {
    return switch (random.nextInt(24)) {
      case 0, 1, 2 -> addLayer();
      case 3 -> new Edit.RemoveLayer(layer());
      case 4 -> replaced(document.layers().get(layer()));
      case 5 -> new Edit.DuplicateLayer(layer(), id(), name());
      case 6 -> new Edit.SetFilters(layer(), filters());
      case 7 -> new Edit.MoveLayer(layer(), random.nextInt(5) - 1, random.nextBoolean() ? "" : "G");
      case 8, 9, 10 -> new TreeEdit.MoveItem(path(), path(), random.nextInt(5) - 1);
      case 11, 12 -> new TreeEdit.AddGroup(name(), path(), random.nextInt(4));
      case 13 -> new TreeEdit.RemoveGroup(path(), random.nextInt(3) == 0);
      case 14 -> new TreeEdit.RenameGroup(path(), name());
      case 15 -> new TreeEdit.SetGroupVisible(path(), random.nextBoolean(), random.nextBoolean());
      case 16 -> story();
      case 17 -> new EntryEdit.RemoveStory(id());
      case 18 ->
          random.nextBoolean()
              ? new EntryEdit.SetPreset(
                  name(), new Preset(List.of(new Preset.Attribute(name(), id()))).toJson())
              : new EntryEdit.RemovePreset(name());
      case 19 ->
          random.nextBoolean()
              ? new EntryEdit.SetAnnotation(
                  id(),
                  JsonObject.of()
                      .with("position", JsonObject.of().with("x", number()).with("y", number())))
              : new EntryEdit.RemoveAnnotation(id());
      case 20 ->
          random.nextBoolean()
              ? new Edit.SetMetadata(name(), any(2), "Set")
              : new EntryEdit.RemoveMetadata(name(), "Remove");
      case 21 -> new Edit.SetOptions(JsonObject.of().with("zoom", number()).with(name(), any(1)));
      case 22 ->
          random.nextBoolean() ? new Edit.AddSource(source(id())) : new Edit.RemoveSource(id());
      default -> new Edit.All(List.of(addLayer(), new Edit.RemoveLayer(layer())), "Both");
    };
  }

  private Edit addLayer() {
    made++;
    String type = List.of("VectorLayer", "RasterLayer", "StorySegmentLayer", "New").get(made % 4);
    Source source = source(id());
    JsonObject parameters =
        type.equals("StorySegmentLayer")
            ? JsonObject.of()
            : JsonObject.of().with("source", source.id()).with("opacity", random.nextDouble());
    Layer layer = new Layer(id(), name(), type, parameters);
    return new Edit.AddLayer(layer, parameters.isEmpty() ? null : source, random.nextInt(6) - 1);
  }

  private Source source(String id) {
    return new Source(id, "S", "GeoJSONSource", JsonObject.of().with("path", id));
  }

  private Edit replaced(Layer layer) {
    if (layer == null) {
      return new Edit.RemoveLayer("none");
    }
    Rgba color = new Rgba(random.nextInt(256), random.nextInt(256), 0, random.nextDouble());
    Layer next =
        switch (random.nextInt(4)) {
          case 0 -> layer.withVisible(random.nextBoolean());
          case 1 -> layer.withOpacity(random.nextDouble() * 1.1);
          case 2 -> layer.withName(name());
          default ->
              layer.withSymbology(
                  Symbology.of(layer).withColors(color, color, number(), 5).toJson());
        };
    return new Edit.ReplaceLayer(next, "Change");
  }

  private LayerFilters filters() {
    List<Filter> filters = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      filters.add(
          random.nextBoolean()
              ? Filter.between(name(), -1, number() + 1)
              : Filter.of(name(), Filter.Operator.values()[random.nextInt(6)], name()));
    }
    String expression = random.nextBoolean() ? "" : "\"a\" > " + random.nextInt(5);
    return new LayerFilters(random.nextBoolean(), filters, expression);
  }

  private Edit story() {
    List<String> segments = new ArrayList<>();
    for (Layer layer : document.layers().values()) {
      if (layer.type().equals("StorySegmentLayer")) {
        segments.add(layer.id());
      }
    }
    return new EntryEdit.SetStory(id(), new Story(name(), segments).toJson(JsonObject.of()));
  }

  private String layer() {
    List<String> ids = new ArrayList<>(document.layers().keySet());
    return ids.isEmpty() ? "none" : ids.get(random.nextInt(ids.size()));
  }

  private TreePath path() {
    TreePath path = TreePath.ROOT;
    for (int i = random.nextInt(4); i > 0; i--) {
      path = path.child(random.nextInt(5));
    }
    return path;
  }

  private String id() {
    return "id-" + random.nextInt(30);
  }

  private String name() {
    return List.of("G", "ä\uD83D\uDE00", "<b>", "__proto__", "x.y[0]").get(random.nextInt(5));
  }

  private double number() {
    return random.nextInt(3) == 0 ? random.nextInt(20) : Math.abs(random.nextGaussian());
  }

  private String key(Section section) {
    return section == Section.OPTIONS
        ? List.of("zoom", "extent", "projection", "own").get(random.nextInt(4))
        : id();
  }

  private JsonValue tree(int depth) {
    List<JsonValue> items = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      items.add(
          depth > 0 && random.nextInt(3) == 0
              ? JsonObject.of().with("name", name()).with("layers", tree(depth - 1))
              : new JsonString(id()));
    }
    return JsonArray.of(items);
  }

  /** Any JSON, often with the members of layers and sources. */
  private JsonValue any(int depth) {
    switch (random.nextInt(depth > 0 ? 7 : 4)) {
      case 0 -> {
        return JsonNull.NULL;
      }
      case 1 -> {
        return JsonBoolean.of(random.nextBoolean());
      }
      case 2 -> {
        return JsonNumber.of(number());
      }
      case 3 -> {
        return new JsonString(random.nextBoolean() ? "VectorLayer" : name());
      }
      case 4 -> {
        List<JsonValue> values = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          values.add(any(depth - 1));
        }
        return JsonArray.of(values);
      }
      default -> {
        JsonObject object = JsonObject.of();
        List<String> keys =
            List.of(
                "name",
                "type",
                "visible",
                "parameters",
                "source",
                "opacity",
                "symbologyState",
                "layers",
                "filters",
                "rules",
                "mappings",
                "position",
                "storySegments");
        for (int i = random.nextInt(6); i > 0; i--) {
          object = object.with(keys.get(random.nextInt(keys.size())), any(depth - 1));
        }
        return object;
      }
    }
  }
}
