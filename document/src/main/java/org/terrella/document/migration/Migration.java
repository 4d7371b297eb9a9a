package org.terrella.document.migration;

import java.util.LinkedHashMap;
import java.util.Map;
import org.terrella.error.TerrellaException;
import org.terrella.json.Json;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;

/**
 * Brings documents of jGIS 0.5 and before to the shapes of 0.6: annotations out of the metadata
 * into a section of their own, colours and renderers into the symbology grammar, captions of story
 * segments under their new name. What does not look as expected stays as it is. Doing it twice is
 * doing it once, and ids that it makes depend on the document only.
 */
public final class Migration {
  private static final String LEGACY_ANNOTATION = "annotation_";

  private Migration() {}

  /** The document in the shapes of 0.6; its version is left to the caller. */
  public static JsonObject to06(JsonObject root) {
    JsonObject migrated = annotations(root);
    if (!migrated.has("presets")) {
      migrated = migrated.with("presets", JsonObject.of());
    }
    if (!(root.members().get("layers") instanceof JsonObject layers)) {
      return migrated;
    }
    Map<String, JsonValue> changed = new LinkedHashMap<>();
    layers
        .members()
        .forEach(
            (id, value) ->
                changed.put(id, value instanceof JsonObject layer ? layer(id, layer) : value));
    return migrated.with("layers", JsonObject.of(changed));
  }

  private static JsonObject annotations(JsonObject root) {
    JsonObject annotations =
        root.members().get("annotations") instanceof JsonObject there ? there : JsonObject.of();
    if (root.has("annotations") && !(root.get("annotations") instanceof JsonObject)) {
      return root;
    }
    if (!(root.members().get("metadata") instanceof JsonObject metadata)) {
      return root.with("annotations", annotations);
    }
    JsonObject left = metadata;
    for (Map.Entry<String, JsonValue> entry : metadata.members().entrySet()) {
      if (!entry.getKey().startsWith(LEGACY_ANNOTATION)) {
        continue;
      }
      JsonValue value = entry.getValue();
      if (value instanceof JsonString text) {
        value = parsed(text);
      }
      if (value instanceof JsonObject annotation) {
        String id = entry.getKey().substring(LEGACY_ANNOTATION.length());
        if (!annotations.has(id)) {
          annotations = annotations.with(id, annotation);
        }
        left = left.without(entry.getKey());
      }
    }
    return root.with("annotations", annotations).with("metadata", left);
  }

  private static JsonValue parsed(JsonString text) {
    try {
      return Json.parse(text.value());
    } catch (TerrellaException noJson) {
      return text;
    }
  }

  private static JsonObject layer(String id, JsonObject layer) {
    if (!(layer.members().get("type") instanceof JsonString type)
        || !(layer.members().get("parameters") instanceof JsonObject parameters)) {
      return layer;
    }
    return switch (type.value()) {
      case "VectorLayer", "VectorTileLayer" ->
          layer.with("parameters", LegacySymbology.ofVector(id, parameters));
      case "GeoTiffLayer" -> layer.with("parameters", LegacySymbology.ofGeoTiff(id, parameters));
      case "WebGlLayer" ->
          layer
              .with("type", "GeoTiffLayer")
              .with("parameters", LegacySymbology.ofGeoTiff(id, parameters));
      case "HeatmapLayer" -> layer.with("parameters", LegacySymbology.ofHeatmap(parameters));
      case "StorySegmentLayer" -> layer.with("parameters", segment(parameters));
      default -> layer;
    };
  }

  private static JsonObject segment(JsonObject parameters) {
    if (!(parameters.members().get("content") instanceof JsonObject content)) {
      return parameters;
    }
    if (content.has("title")) {
      if (!content.has("imageCaption")) {
        content = content.with("imageCaption", content.get("title"));
      }
      content = content.without("title");
    }
    if (!content.has("panelWidth")) {
      content = content.with("panelWidth", "25%");
    }
    return parameters.with("content", content);
  }
}
