package org.terrella.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;

/**
 * A map: its layers, their sources and their order, in the terms of jGIS 0.6. Immutable; an {@link
 * Edit} gives the next document.
 *
 * @param tree places of the layers, bottom first
 * @param options jGIS options: {@code projection}, {@code extent}, {@code zoom}…
 * @param metadata free data; Terrella keeps its own under {@code terrella:…} keys
 * @param rest members that this version does not know, kept as they were
 */
public record MapDocument(
    String schemaVersion,
    Map<String, Layer> layers,
    Map<String, Source> sources,
    List<TreeItem> tree,
    JsonObject options,
    JsonObject metadata,
    JsonObject rest) {
  public static final String SCHEMA_VERSION = "0.6.0";
  public static final String DEFAULT_PROJECTION = "EPSG:3857";

  public MapDocument {
    Objects.requireNonNull(schemaVersion);
    layers = Collections.unmodifiableMap(new LinkedHashMap<>(layers));
    sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    tree = List.copyOf(tree);
    Objects.requireNonNull(options);
    Objects.requireNonNull(metadata);
    Objects.requireNonNull(rest);
  }

  /** A map with nothing on it, in EPSG:3857. */
  public static MapDocument empty(String title) {
    return new MapDocument(
        SCHEMA_VERSION,
        Map.of(),
        Map.of(),
        List.of(),
        JsonObject.of()
            .with("latitude", 0L)
            .with("longitude", 0L)
            .with("zoom", 2L)
            .with("bearing", 0L)
            .with("pitch", 0L)
            .with("projection", DEFAULT_PROJECTION),
        JsonObject.of().with("title", title),
        JsonObject.of());
  }

  public String title() {
    return metadata.members().get("title") instanceof JsonString title ? title.value() : "";
  }

  /** Authority and code of the map's CRS. */
  public String projection() {
    return options.members().get("projection") instanceof JsonString projection
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
    collect(tree, order);
    for (Layer layer : layers.values()) {
      if (!order.contains(layer)) {
        order.add(layer);
      }
    }
    return order;
  }

  private void collect(List<TreeItem> items, List<Layer> order) {
    for (TreeItem item : items) {
      if (item instanceof TreeItem.LayerRef ref) {
        Layer layer = layers.get(ref.layer());
        if (layer != null && !order.contains(layer)) {
          order.add(layer);
        }
      } else if (item instanceof TreeItem.Group group) {
        collect(group.items(), order);
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

  /** This map looking at an extent: minX, minY, maxX, maxY in its CRS. */
  public MapDocument withExtent(double[] extent) {
    return withOptions(options.with("extent", JsonArray.ofNumbers(extent)));
  }

  MapDocument with(
      Map<String, Layer> newLayers, Map<String, Source> newSources, List<TreeItem> newTree) {
    return new MapDocument(schemaVersion, newLayers, newSources, newTree, options, metadata, rest);
  }

  MapDocument withOptions(JsonObject newOptions) {
    return new MapDocument(schemaVersion, layers, sources, tree, newOptions, metadata, rest);
  }

  MapDocument withMetadata(JsonObject newMetadata) {
    return new MapDocument(schemaVersion, layers, sources, tree, options, newMetadata, rest);
  }
}
