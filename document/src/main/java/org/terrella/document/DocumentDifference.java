package org.terrella.document;

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
import org.terrella.json.JsonObject;
import org.terrella.json.JsonValue;

/**
 * What changed between two documents, in the terms of a shared document: entries of sections, and
 * the layer tree as a whole. {@code between(a, b).applyTo(a)} equals {@code b}.
 *
 * @param sections what changed in each section; sections without changes are left out
 * @param layerTree the new layer tree as JSON, bottom first, when it changed
 * @param rest the new members of the file that jGIS does not know, when they changed; shared
 *     documents have none
 */
public record DocumentDifference(
    Optional<String> schemaVersion,
    Map<Section, Changes> sections,
    Optional<JsonValue> layerTree,
    Optional<JsonObject> rest) {
  /** No difference. */
  public static final DocumentDifference NONE =
      new DocumentDifference(Optional.empty(), Map.of(), Optional.empty(), Optional.empty());

  public DocumentDifference {
    Objects.requireNonNull(schemaVersion);
    Map<Section, Changes> changed = new EnumMap<>(Section.class);
    sections.forEach(
        (section, changes) -> {
          if (!changes.isEmpty()) {
            changed.put(section, changes);
          }
        });
    sections = Collections.unmodifiableMap(changed);
    Objects.requireNonNull(layerTree);
    Objects.requireNonNull(rest);
  }

  /** Entries of a section that are new, have another value, or are gone. */
  public record Changes(
      Map<String, JsonValue> added, Map<String, JsonValue> changed, Set<String> removed) {
    static final Changes NONE = new Changes(Map.of(), Map.of(), Set.of());

    public Changes {
      added = Collections.unmodifiableMap(new LinkedHashMap<>(added));
      changed = Collections.unmodifiableMap(new LinkedHashMap<>(changed));
      removed = Collections.unmodifiableSet(new LinkedHashSet<>(removed));
    }

    public boolean isEmpty() {
      return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }

    /** All keys that are touched. */
    public Set<String> keys() {
      Set<String> keys = new LinkedHashSet<>(added.keySet());
      keys.addAll(changed.keySet());
      keys.addAll(removed);
      return keys;
    }

    /** The entries that are set: those added, then those changed. */
    public Map<String, JsonValue> set() {
      Map<String, JsonValue> set = new LinkedHashMap<>(added);
      set.putAll(changed);
      return set;
    }

    private static Changes between(Map<String, JsonValue> before, Map<String, JsonValue> after) {
      Map<String, JsonValue> added = new LinkedHashMap<>();
      Map<String, JsonValue> changed = new LinkedHashMap<>();
      Set<String> removed = new LinkedHashSet<>();
      after.forEach(
          (key, value) -> {
            JsonValue old = before.get(key);
            if (old == null) {
              added.put(key, value);
            } else if (old != value && !old.equals(value)) {
              changed.put(key, value);
            }
          });
      for (String key : before.keySet()) {
        if (!after.containsKey(key)) {
          removed.add(key);
        }
      }
      return new Changes(added, changed, removed);
    }
  }

  /** What changed from one document to another. Parts that both share cost next to nothing. */
  public static DocumentDifference between(MapDocument before, MapDocument after) {
    if (before == after) {
      return NONE;
    }
    Map<Section, Changes> sections = new EnumMap<>(Section.class);
    for (Section section : Section.values()) {
      sections.put(section, Changes.between(before.section(section), after.section(section)));
    }
    return new DocumentDifference(
        after.schemaVersion().equals(before.schemaVersion())
            ? Optional.empty()
            : Optional.of(after.schemaVersion()),
        sections,
        after.tree().equals(before.tree())
            ? Optional.empty()
            : Optional.of(JgisWriter.tree(after.tree())),
        after.rest().equals(before.rest()) ? Optional.empty() : Optional.of(after.rest()));
  }

  public boolean isEmpty() {
    return schemaVersion.isEmpty() && sections.isEmpty() && !treeChanged() && rest.isEmpty();
  }

  /** What changed in a section. */
  public Changes changes(Section section) {
    return sections.getOrDefault(section, Changes.NONE);
  }

  /** Ids of layers that are new, changed, or gone. */
  public Changes layers() {
    return changes(Section.LAYERS);
  }

  /** Whether places of layers, or groups, changed. */
  public boolean treeChanged() {
    return layerTree.isPresent();
  }

  /** This difference with an entry set, new or not, as another client may have set it. */
  public DocumentDifference with(Section section, String key, JsonValue value) {
    Changes old = changes(section);
    Map<String, JsonValue> changed = new LinkedHashMap<>(old.changed());
    changed.put(key, value);
    Map<String, JsonValue> added = new LinkedHashMap<>(old.added());
    added.remove(key);
    Set<String> removed = new LinkedHashSet<>(old.removed());
    removed.remove(key);
    return with(section, new Changes(added, changed, removed));
  }

  /** This difference with an entry removed. */
  public DocumentDifference without(Section section, String key) {
    Changes old = changes(section);
    Map<String, JsonValue> changed = new LinkedHashMap<>(old.changed());
    changed.remove(key);
    Map<String, JsonValue> added = new LinkedHashMap<>(old.added());
    added.remove(key);
    Set<String> removed = new LinkedHashSet<>(old.removed());
    removed.add(key);
    return with(section, new Changes(added, changed, removed));
  }

  private DocumentDifference with(Section section, Changes changes) {
    Map<Section, Changes> more = new EnumMap<>(Section.class);
    more.putAll(sections);
    more.put(section, changes);
    return new DocumentDifference(schemaVersion, more, layerTree, rest);
  }

  /** This difference with a new layer tree, as another client may have set it. */
  public DocumentDifference withTree(JsonValue tree) {
    return new DocumentDifference(schemaVersion, sections, Optional.of(tree), rest);
  }

  /** The document after the changes; what cannot be used is left out, as when reading a file. */
  public MapDocument applyTo(MapDocument before) {
    return read(before).document();
  }

  /** The document after the changes, and what was wrong with them, each with a JSON path. */
  public JgisReader.Result read(MapDocument before) {
    if (isEmpty()) {
      return new JgisReader.Result(before, List.of());
    }
    DocumentParts parts = new DocumentParts();
    Map<String, Source> sources = new LinkedHashMap<>(before.sources());
    Changes ofSources = changes(Section.SOURCES);
    ofSources.removed().forEach(sources::remove);
    ofSources
        .set()
        .forEach((id, value) -> parts.source(id, value).ifPresent(one -> sources.put(id, one)));
    Map<String, Layer> layers = new LinkedHashMap<>(before.layers());
    layers().removed().forEach(layers::remove);
    layers()
        .set()
        .forEach((id, value) -> parts.layer(id, value).ifPresent(one -> layers.put(id, one)));
    for (Layer layer : layers.values()) {
      if (layer != before.layers().get(layer.id())
          || ofSources.removed().contains(layer.source())) {
        parts.demandSource(layer, sources);
      }
    }
    List<TreeItem> tree = before.tree();
    if (layerTree.isPresent()) {
      tree = parts.tree(layerTree.get(), layers.keySet());
    } else if (!layers.keySet().equals(before.layers().keySet())) {
      Set<String> placed = new HashSet<>();
      tree = parts.withAll(LayerTree.only(tree, layers.keySet(), placed), layers.keySet(), placed);
    }
    Map<Section, JsonObject> entries = new EnumMap<>(before.entries());
    sections.forEach(
        (section, changes) -> {
          if (entries.containsKey(section)) {
            entries.put(section, changed(section, entries.get(section), changes, parts));
          }
        });
    MapDocument after =
        new MapDocument(
            schemaVersion.orElse(before.schemaVersion()),
            layers,
            sources,
            tree,
            entries,
            rest.orElse(before.rest()),
            before.absent());
    return new JgisReader.Result(after, parts.problems());
  }

  private static JsonObject changed(
      Section section, JsonObject values, Changes changes, DocumentParts parts) {
    Map<String, JsonValue> after = new LinkedHashMap<>(values.members());
    after.keySet().removeAll(changes.removed());
    changes
        .set()
        .forEach(
            (key, value) -> {
              if (parts.accepts(section, key, value)) {
                after.put(key, value);
              }
            });
    return JsonObject.of(after);
  }
}
