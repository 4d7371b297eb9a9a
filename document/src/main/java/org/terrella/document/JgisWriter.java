package org.terrella.document;

import java.util.ArrayList;
import java.util.List;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;

/** Writes documents as jGIS: JSON, pretty-printed, keys sorted. */
public final class JgisWriter {
  private JgisWriter() {}

  /** The text of a {@code .jGIS} file. */
  public static String write(MapDocument document) {
    return Json.writePretty(toJson(document), true);
  }

  public static JsonObject toJson(MapDocument document) {
    JsonObject layers = JsonObject.of();
    for (Layer layer : document.layers().values()) {
      layers =
          layers.with(
              layer.id(),
              layer
                  .rest()
                  .with("name", layer.name())
                  .with("type", layer.type())
                  .with("visible", layer.visible())
                  .with("parameters", layer.parameters()));
    }
    JsonObject sources = JsonObject.of();
    for (Source source : document.sources().values()) {
      sources =
          sources.with(
              source.id(),
              source
                  .rest()
                  .with("name", source.name())
                  .with("type", source.type())
                  .with("parameters", source.parameters()));
    }
    return document
        .rest()
        .with("schemaVersion", document.schemaVersion())
        .with("layers", layers)
        .with("sources", sources)
        .with("layerTree", tree(document.tree()))
        .with("options", document.options())
        .with("metadata", document.metadata());
  }

  private static JsonArray tree(List<TreeItem> items) {
    List<JsonValue> values = new ArrayList<>();
    for (TreeItem item : items) {
      if (item instanceof TreeItem.LayerRef ref) {
        values.add(new JsonString(ref.layer()));
      } else if (item instanceof TreeItem.Group group) {
        values.add(
            group
                .rest()
                .with("name", group.name())
                .with("visible", group.visible())
                .with("layers", tree(group.items())));
      }
    }
    return JsonArray.of(values);
  }
}
