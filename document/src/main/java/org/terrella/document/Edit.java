package org.terrella.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.terrella.document.filter.LayerFilters;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonValue;

/** A change of a document. Applying it gives the next document, or fails and changes nothing. */
public sealed interface Edit
    permits TreeEdit,
        EntryEdit,
        Edit.AddLayer,
        Edit.RemoveLayer,
        Edit.ReplaceLayer,
        Edit.DuplicateLayer,
        Edit.SetFilters,
        Edit.AddSource,
        Edit.RemoveSource,
        Edit.ReplaceSource,
        Edit.MoveLayer,
        Edit.SetOptions,
        Edit.SetMetadata,
        Edit.All {
  /** What the change is, for the undo menu, for example {@code Change opacity}. */
  String label();

  MapDocument apply(MapDocument document);

  /**
   * Adds a layer and, unless the document has it, its source.
   *
   * @param index place among the layers of the top of the tree, from the top; 0 is the uppermost
   */
  record AddLayer(Layer layer, Source source, int index) implements Edit {
    @Override
    public String label() {
      return "Add layer " + layer.name();
    }

    @Override
    public MapDocument apply(MapDocument document) {
      if (document.layers().containsKey(layer.id())) {
        throw TerrellaException.invalid("The map already has a layer \"" + layer.id() + "\".");
      }
      Map<String, Layer> layers = new LinkedHashMap<>(document.layers());
      layers.put(layer.id(), layer);
      Map<String, Source> sources = new LinkedHashMap<>(document.sources());
      if (source != null) {
        Source there = sources.putIfAbsent(source.id(), source);
        if (there != null && !there.equals(source)) {
          throw TerrellaException.invalid(
              "The map already has another source \"" + source.id() + "\".");
        }
      }
      demandSource(layer, sources);
      demandOpacity(layer);
      return document.with(
          layers,
          sources,
          LayerTree.inserted(document.tree(), new TreeItem.LayerRef(layer.id()), index));
    }
  }

  /**
   * Removes a layer, its source when no other layer uses it, and the steps of stories that it was.
   */
  record RemoveLayer(String layer) implements Edit {
    @Override
    public String label() {
      return "Remove layer";
    }

    @Override
    public MapDocument apply(MapDocument document) {
      document.layer(layer);
      return LayerRemoval.of(document, List.of(layer));
    }
  }

  /** Puts a changed layer in the place of the one with the same id. */
  record ReplaceLayer(Layer layer, String label) implements Edit {
    @Override
    public MapDocument apply(MapDocument document) {
      document.layer(layer.id());
      demandOpacity(layer);
      if (!layer.source().equals(document.layer(layer.id()).source())) {
        demandSource(layer, document.sources());
      }
      Map<String, Layer> layers = new LinkedHashMap<>(document.layers());
      layers.put(layer.id(), layer);
      return document.with(layers, document.sources(), document.tree());
    }
  }

  /**
   * Puts a copy of a layer above it, in the same group, with the same source.
   *
   * @param id the copy's id, new to the document
   */
  record DuplicateLayer(String layer, String id, String name) implements Edit {
    @Override
    public String label() {
      return "Duplicate layer";
    }

    @Override
    public MapDocument apply(MapDocument document) {
      Layer copy = new Layer(id, document.layer(layer).withName(name).json());
      if (id.isEmpty() || document.layers().containsKey(id)) {
        throw TerrellaException.invalid("A copy cannot have the id \"" + id + "\".");
      }
      Map<String, Layer> layers = new LinkedHashMap<>(document.layers());
      layers.put(id, copy);
      TreePath place = document.pathOf(layer);
      return document.with(
          layers,
          document.sources(),
          LayerTree.inside(
              document.tree(),
              place.parent(),
              inner -> LayerTree.inserted(inner, new TreeItem.LayerRef(id), place.index())));
    }
  }

  /** Sets which features of a layer are shown. */
  record SetFilters(String layer, LayerFilters filters) implements Edit {
    @Override
    public String label() {
      return filters.isEmpty() ? "Remove filters" : "Change filters";
    }

    @Override
    public MapDocument apply(MapDocument document) {
      Map<String, Layer> layers = new LinkedHashMap<>(document.layers());
      layers.put(layer, document.layer(layer).withFilters(filters));
      return document.with(layers, document.sources(), document.tree());
    }
  }

  /** Adds a source that no layer uses yet. */
  record AddSource(Source source) implements Edit {
    @Override
    public String label() {
      return "Add source " + source.name();
    }

    @Override
    public MapDocument apply(MapDocument document) {
      if (document.sources().containsKey(source.id())) {
        throw TerrellaException.invalid("The map already has a source \"" + source.id() + "\".");
      }
      Map<String, Source> sources = new LinkedHashMap<>(document.sources());
      sources.put(source.id(), source);
      return document.with(document.layers(), sources, document.tree());
    }
  }

  /** Removes a source that no layer uses. */
  record RemoveSource(String source) implements Edit {
    @Override
    public String label() {
      return "Remove source";
    }

    @Override
    public MapDocument apply(MapDocument document) {
      Map<String, Source> sources = new LinkedHashMap<>(document.sources());
      if (sources.remove(source) == null) {
        throw TerrellaException.notFound("The map has no source \"" + source + "\".");
      }
      for (Layer layer : document.layers().values()) {
        if (layer.source().equals(source)) {
          throw TerrellaException.invalid(
              "The layer \"" + layer.name() + "\" needs the source \"" + source + "\".");
        }
      }
      return document.with(document.layers(), sources, document.tree());
    }
  }

  /** Puts a changed source in the place of the one with the same id. */
  record ReplaceSource(Source source) implements Edit {
    @Override
    public String label() {
      return "Change source " + source.name();
    }

    @Override
    public MapDocument apply(MapDocument document) {
      if (!document.sources().containsKey(source.id())) {
        throw TerrellaException.notFound("The map has no source \"" + source.id() + "\".");
      }
      Map<String, Source> sources = new LinkedHashMap<>(document.sources());
      sources.put(source.id(), source);
      return document.with(document.layers(), sources, document.tree());
    }
  }

  /**
   * Moves a layer.
   *
   * @param index new place from the top, among the items of the group
   * @param group name of the group to move into; empty for the top of the tree
   */
  record MoveLayer(String layer, int index, String group) implements Edit {
    @Override
    public String label() {
      return "Move layer";
    }

    @Override
    public MapDocument apply(MapDocument document) {
      document.layer(layer);
      return document.with(
          document.layers(),
          document.sources(),
          LayerTree.moved(document.tree(), layer, index, group));
    }
  }

  /** Sets some options and keeps the others. */
  record SetOptions(JsonObject options) implements Edit {
    @Override
    public String label() {
      return "Change map options";
    }

    @Override
    public MapDocument apply(MapDocument document) {
      options
          .members()
          .forEach(
              (key, value) -> {
                String objection = MapOptions.objection(key, value);
                if (!objection.isEmpty()) {
                  throw TerrellaException.invalid(
                      "The map's " + key + " cannot be " + value + ": " + objection + ".");
                }
              });
      return document.with(Section.OPTIONS, document.options().withAll(options));
    }
  }

  /** Sets one entry of the metadata. */
  record SetMetadata(String key, JsonValue value, String label) implements Edit {
    @Override
    public MapDocument apply(MapDocument document) {
      return document.with(Section.METADATA, document.metadata().with(key, value));
    }
  }

  /** Several edits as one. */
  record All(List<Edit> edits, String label) implements Edit {
    public All {
      edits = List.copyOf(edits);
    }

    @Override
    public MapDocument apply(MapDocument document) {
      MapDocument next = document;
      for (Edit edit : edits) {
        next = edit.apply(next);
      }
      return next;
    }
  }

  private static void demandOpacity(Layer layer) {
    if (layer.opacity() < 0 || layer.opacity() > 1) {
      throw TerrellaException.invalid(
          "The opacity of \"" + layer.name() + "\" must lie between 0 and 1.");
    }
  }

  private static void demandSource(Layer layer, Map<String, Source> sources) {
    if (!layer.source().isEmpty() && !sources.containsKey(layer.source())) {
      throw TerrellaException.notFound(
          "The map has no source \""
              + layer.source()
              + "\", which the layer \""
              + layer.name()
              + "\" needs.");
    }
  }
}
