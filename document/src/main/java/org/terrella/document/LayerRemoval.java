package org.terrella.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;

/** Takes layers out of a document: out of its tree and stories, with sources that none uses. */
final class LayerRemoval {
  private LayerRemoval() {}

  static MapDocument of(MapDocument document, List<String> ids) {
    Map<String, Layer> layers = new LinkedHashMap<>(document.layers());
    Set<String> sources = new HashSet<>();
    boolean told = false;
    for (String id : ids) {
      Layer removed = layers.remove(id);
      if (removed != null) {
        sources.add(removed.source());
        told |= removed.type().equals("StorySegmentLayer");
      }
    }
    for (Layer layer : layers.values()) {
      sources.remove(layer.source());
    }
    Map<String, Source> kept = new LinkedHashMap<>(document.sources());
    kept.keySet().removeAll(sources);
    List<TreeItem> tree = LayerTree.only(document.tree(), layers.keySet(), new HashSet<>());
    MapDocument after = document.with(layers, kept, tree);
    return told ? after.with(Section.STORIES, stories(document.stories(), ids)) : after;
  }

  private static JsonObject stories(JsonObject stories, List<String> removed) {
    JsonObject result = stories;
    for (Map.Entry<String, JsonValue> entry : stories.members().entrySet()) {
      if (entry.getValue() instanceof JsonObject story
          && story.members().get("storySegments") instanceof JsonArray segments) {
        List<JsonValue> left = new ArrayList<>();
        for (JsonValue segment : segments) {
          if (!(segment instanceof JsonString id) || !removed.contains(id.value())) {
            left.add(segment);
          }
        }
        if (left.size() < segments.size()) {
          result = result.with(entry.getKey(), story.with("storySegments", JsonArray.of(left)));
        }
      }
    }
    return result;
  }
}
