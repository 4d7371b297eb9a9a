package org.terrella.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;

/** Writes documents as jGIS. What was read and not changed is written as it was. */
public final class JgisWriter {
  private JgisWriter() {}

  /** The text of a {@code .jGIS} file, laid out as JupyterGIS does: see {@link JgisText}. */
  public static String write(MapDocument document) {
    return JgisText.of(toJson(document));
  }

  public static JsonObject toJson(MapDocument document) {
    Map<String, JsonValue> members = new LinkedHashMap<>(document.rest().members());
    members.put("schemaVersion", new JsonString(document.schemaVersion()));
    for (Section section : Section.values()) {
      put(document, members, section.key(), JsonObject.of(document.section(section)));
    }
    put(document, members, Section.LAYER_TREE, tree(document.tree()));
    return JsonObject.of(members);
  }

  private static void put(
      MapDocument document, Map<String, JsonValue> members, String key, JsonValue value) {
    boolean empty =
        value instanceof JsonObject object && object.isEmpty()
            || value instanceof JsonArray array && array.isEmpty();
    if (!empty || !document.absent().contains(key)) {
      members.put(key, value);
    }
  }

  /** The layer tree as files and shared documents hold it, bottom first. */
  public static JsonArray tree(List<TreeItem> items) {
    List<JsonValue> values = new ArrayList<>();
    for (TreeItem item : items) {
      if (item instanceof TreeItem.LayerRef ref) {
        values.add(new JsonString(ref.layer()));
      } else if (item instanceof TreeItem.Group group) {
        values.add(group.members().with("name", group.name()).with("layers", tree(group.items())));
      }
    }
    return JsonArray.of(values);
  }
}
