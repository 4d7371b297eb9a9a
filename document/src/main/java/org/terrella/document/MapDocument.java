package org.terrella.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.terrella.document.story.Annotation;
import org.terrella.document.story.Preset;
import org.terrella.document.story.Story;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;

/**
 * A map: its layers, their sources and their order, in the terms of jGIS 0.6. Immutable; an {@link
 * Edit} gives the next document, a {@link DocumentDifference} says what it changed.
 *
 * @param tree places of the layers, bottom first
 * @param entries the sections that are kept as JSON: all but layers and sources
 * @param rest members of the file that jGIS does not know, kept as they were
 * @param absent keys of members that the file did not have and that are not written while they are
 *     empty; two documents that differ in this only are equal
 */
public record MapDocument(
    String schemaVersion,
    Map<String, Layer> layers,
    Map<String, Source> sources,
    List<TreeItem> tree,
    Map<Section, JsonObject> entries,
    JsonObject rest,
    Set<String> absent) {
  public static final String SCHEMA_VERSION = "0.6.0";
  public static final String DEFAULT_PROJECTION = "EPSG:3857";

  public MapDocument {
    Objects.requireNonNull(schemaVersion);
    layers = Collections.unmodifiableMap(new LinkedHashMap<>(layers));
    sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    tree = List.copyOf(tree);
    Map<Section, JsonObject> all = new EnumMap<>(Section.class);
    for (Section section : Section.values()) {
      if (section != Section.LAYERS && section != Section.SOURCES) {
        all.put(section, entries.getOrDefault(section, JsonObject.of()));
      }
    }
    entries = Collections.unmodifiableMap(all);
    Objects.requireNonNull(rest);
    absent = Collections.unmodifiableSet(new LinkedHashSet<>(absent));
  }

  /** A map with nothing on it, in EPSG:3857. */
  public static MapDocument empty(String title) {
    return new MapDocument(
        SCHEMA_VERSION,
        Map.of(),
        Map.of(),
        List.of(),
        Map.of(
            Section.OPTIONS,
            JsonObject.of()
                .with("latitude", 0L)
                .with("longitude", 0L)
                .with("zoom", 2L)
                .with("bearing", 0L)
                .with("pitch", 0L)
                .with("projection", DEFAULT_PROJECTION),
            Section.METADATA,
            JsonObject.of().with("title", title)),
        JsonObject.of(),
        Set.of());
  }

  /** jGIS options: {@code projection}, {@code extent}, {@code zoom}… */
  public JsonObject options() {
    return entries.get(Section.OPTIONS);
  }

  /** The view that the map opens with; options that do not fit are refused when they are read. */
  public MapView view() {
    return MapView.of(options());
  }

  /** The story with this id. */
  public Story story(String id) {
    return Story.of(entry(Section.STORIES, "story", id), "$.stories." + id);
  }

  /** The annotation with this id. */
  public Annotation annotation(String id) {
    return Annotation.of(entry(Section.ANNOTATIONS, "annotation", id), "$.annotations." + id);
  }

  /** The preset with this name. */
  public Preset preset(String name) {
    return Preset.of(entry(Section.PRESETS, "preset", name), "$.presets." + name);
  }

  private JsonValue entry(Section section, String name, String id) {
    JsonValue value = entries.get(section).members().get(id);
    if (value == null) {
      throw TerrellaException.notFound("The map has no " + name + " \"" + id + "\".");
    }
    return value;
  }

  /** Stories by id. */
  public JsonObject stories() {
    return entries.get(Section.STORIES);
  }

  /** What each client that edits the map looks at, by the client's id. */
  public JsonObject viewState() {
    return entries.get(Section.VIEW_STATE);
  }

  /** Notes at places of the map, by id. */
  public JsonObject annotations() {
    return entries.get(Section.ANNOTATIONS);
  }

  /** Attributes that newly drawn features begin with, by the preset's name. */
  public JsonObject presets() {
    return entries.get(Section.PRESETS);
  }

  /** Free data; Terrella keeps its own under {@code terrella:…} keys. */
  public JsonObject metadata() {
    return entries.get(Section.METADATA);
  }

  /** The JSON values of a section by key, as a shared document holds them. */
  public Map<String, JsonValue> section(Section section) {
    Map<String, JsonValue> values = new LinkedHashMap<>();
    switch (section) {
      case LAYERS -> layers.forEach((id, layer) -> values.put(id, layer.json()));
      case SOURCES -> sources.forEach((id, source) -> values.put(id, source.json()));
      default -> {
        return entries.get(section).members();
      }
    }
    return values;
  }

  public String title() {
    return metadata().members().get("title") instanceof JsonString title ? title.value() : "";
  }

  /** Authority and code of the map's CRS. */
  public String projection() {
    return options().members().get("projection") instanceof JsonString projection
        ? projection.value()
        : DEFAULT_PROJECTION;
  }

  /** The layer with this id. */
  public Layer layer(String id) {
    Layer layer = layers.get(id);
    if (layer == null) {
      throw TerrellaException.notFound("The map has no layer \"" + id + "\".");
    }
    return layer;
  }

  /** The source of a layer, or null when the document lacks it. */
  public Source sourceOf(Layer layer) {
    return sources.get(layer.source());
  }

  /** Layers in drawing order, lowest first; those the tree does not name come last. */
  public List<Layer> drawingOrder() {
    List<Layer> order = new ArrayList<>();
    Set<String> drawn = new HashSet<>();
    collect(tree, order, drawn);
    for (Layer layer : layers.values()) {
      if (drawn.add(layer.id())) {
        order.add(layer);
      }
    }
    return order;
  }

  private void collect(List<TreeItem> items, List<Layer> order, Set<String> drawn) {
    for (TreeItem item : items) {
      if (item instanceof TreeItem.LayerRef ref) {
        Layer layer = layers.get(ref.layer());
        if (layer != null && drawn.add(layer.id())) {
          order.add(layer);
        }
      } else if (item instanceof TreeItem.Group group) {
        collect(group.items(), order, drawn);
      }
    }
  }

  /** The name of the innermost group that holds a layer; empty at the top of the tree. */
  public String groupOf(String layer) {
    return groupOf(layer, tree, "").orElse("");
  }

  private static Optional<String> groupOf(String layer, List<TreeItem> items, String name) {
    for (TreeItem item : items) {
      if (item instanceof TreeItem.LayerRef ref && ref.layer().equals(layer)) {
        return Optional.of(name);
      }
      if (item instanceof TreeItem.Group group) {
        Optional<String> found = groupOf(layer, group.items(), group.name());
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Where a layer lies in the tree.
   *
   * @throws TerrellaException not-found when it has no place
   */
  public TreePath pathOf(String layer) {
    return LayerTree.pathOf(tree, layer, TreePath.ROOT)
        .orElseThrow(() -> TerrellaException.notFound("The layer \"" + layer + "\" has no place."));
  }

  /** The item at a path, which must not be the root; fails with not-found. */
  public TreeItem item(TreePath path) {
    return LayerTree.item(tree, path);
  }

  /** The items of a group, or of the tree itself, bottom first; fails with not-found. */
  public List<TreeItem> items(TreePath group) {
    return LayerTree.items(tree, group);
  }

  /**
   * The first group with a name, as the tree lists them.
   *
   * @throws TerrellaException not-found when there is none
   */
  public TreePath groupNamed(String name) {
    return LayerTree.firstGroup(tree, name, TreePath.ROOT)
        .orElseThrow(() -> TerrellaException.notFound("The map has no group \"" + name + "\"."));
  }

  /** Ids of the layers in a group and in the groups in it, bottom first. */
  public List<String> layersIn(TreePath group) {
    return LayerTree.layers(LayerTree.items(tree, group));
  }

  /** Whether a layer is to be seen: it and all groups around it. */
  public boolean isShown(String layer) {
    if (!layer(layer).visible()) {
      return false;
    }
    for (TreePath path = pathOf(layer).parent(); !path.isRoot(); path = path.parent()) {
      if (!LayerTree.group(tree, path).visible()) {
        return false;
      }
    }
    return true;
  }

  /**
   * How many of the layers in a group would be seen if the groups around it were shown. A group
   * without layers counts by its own setting.
   *
   * @param path a group, or the root for the whole map
   */
  public GroupVisibility visibility(TreePath path) {
    boolean shown = path.isRoot() || LayerTree.group(tree, path).visible();
    int[] counts = new int[2];
    count(LayerTree.items(tree, path), shown, counts);
    if (counts[0] == 0 || counts[1] == 0) {
      boolean all = counts[0] > 0 || counts[1] == 0 && shown;
      return all ? GroupVisibility.ALL : GroupVisibility.NONE;
    }
    return GroupVisibility.SOME;
  }

  /** Adds layers that are seen to the first count, and others to the second. */
  private void count(List<TreeItem> items, boolean shown, int[] counts) {
    for (TreeItem item : items) {
      if (item instanceof TreeItem.Group group) {
        count(group.items(), shown && group.visible(), counts);
      } else if (item instanceof TreeItem.LayerRef ref) {
        Layer layer = layers.get(ref.layer());
        counts[shown && layer != null && layer.visible() ? 0 : 1]++;
      }
    }
  }

  /** This map looking at an extent: minX, minY, maxX, maxY in its CRS. */
  public MapDocument withExtent(double[] extent) {
    return with(Section.OPTIONS, options().with("extent", JsonArray.ofNumbers(extent)));
  }

  MapDocument with(
      Map<String, Layer> newLayers, Map<String, Source> newSources, List<TreeItem> newTree) {
    return new MapDocument(schemaVersion, newLayers, newSources, newTree, entries, rest, absent);
  }

  MapDocument withTree(List<TreeItem> newTree) {
    return with(layers, sources, newTree);
  }

  /** This map with other values in a section that is neither layers nor sources. */
  MapDocument with(Section section, JsonObject values) {
    Map<Section, JsonObject> changed = new EnumMap<>(entries);
    changed.put(section, values);
    return new MapDocument(schemaVersion, layers, sources, tree, changed, rest, absent);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof MapDocument map
            && schemaVersion.equals(map.schemaVersion)
            && layers.equals(map.layers)
            && sources.equals(map.sources)
            && tree.equals(map.tree)
            && entries.equals(map.entries)
            && rest.equals(map.rest);
  }

  @Override
  public int hashCode() {
    return Objects.hash(schemaVersion, layers, sources, tree, entries, rest);
  }
}
