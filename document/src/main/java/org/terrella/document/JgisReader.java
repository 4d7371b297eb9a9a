package org.terrella.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.terrella.error.TerrellaException;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonBoolean;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;

/**
 * Reads jGIS documents (JupyterGIS, schema 0.5 and 0.6). What can be used is used: {@link
 * Result#problems} names the rest by its JSON path.
 */
public final class JgisReader {
  private static final int DEEPEST_GROUP = 64;

  private final List<String> problems = new ArrayList<>();

  private JgisReader() {}

  /** A document and what was wrong with its file. */
  public record Result(MapDocument document, List<String> problems) {}

  /**
   * Reads a document.
   *
   * @throws TerrellaException malformed-input when the text is no JSON object
   */
  public static Result read(String text) {
    if (text.isBlank()) {
      throw TerrellaException.malformed("The map document is empty.");
    }
    JsonValue value = Json.parse(text);
    if (!(value instanceof JsonObject root)) {
      throw TerrellaException.malformed(
          "A map document is a JSON object, but this is " + value.kind() + ".");
    }
    return read(root);
  }

  public static Result read(JsonObject root) {
    JgisReader reader = new JgisReader();
    MapDocument document = reader.document(root);
    return new Result(document, List.copyOf(reader.problems));
  }

  private MapDocument document(JsonObject root) {
    if (!root.has("layers") && !root.has("sources") && !root.has("layerTree")) {
      throw TerrellaException.malformed(
          "This JSON is no map document: it has neither layers nor sources.");
    }
    String version = MapDocument.SCHEMA_VERSION;
    if (root.members().get("schemaVersion") instanceof JsonString string) {
      version = string.value();
    } else {
      problems.add("$.schemaVersion: missing; read as " + version + ".");
    }
    Map<String, Source> sources = new LinkedHashMap<>();
    section(root, "sources").members().forEach((id, value) -> source(id, value, sources));
    Map<String, Layer> layers = new LinkedHashMap<>();
    section(root, "layers").members().forEach((id, value) -> layer(id, value, layers));
    for (Layer layer : layers.values()) {
      if (!layer.source().isEmpty() && !sources.containsKey(layer.source())) {
        problems.add(
            "$.layers." + layer.id() + ": the source \"" + layer.source() + "\" is missing.");
      }
    }
    List<TreeItem> tree = tree(root, layers);
    JsonObject rest = root;
    for (String known :
        List.of("schemaVersion", "layers", "sources", "layerTree", "options", "metadata")) {
      rest = rest.without(known);
    }
    return new MapDocument(
        version, layers, sources, tree, section(root, "options"), section(root, "metadata"), rest);
  }

  private JsonObject section(JsonObject root, String key) {
    JsonValue value = root.members().get(key);
    if (value instanceof JsonObject object) {
      return object;
    }
    if (value != null) {
      problems.add("$." + key + ": " + value.kind() + " where an object belongs.");
    } else if (key.equals("layers") || key.equals("sources")) {
      problems.add("$." + key + ": missing.");
    }
    return JsonObject.of();
  }

  private static String text(JsonObject object, String key, String whenMissing) {
    return object.members().get(key) instanceof JsonString string ? string.value() : whenMissing;
  }

  private static JsonObject member(JsonObject object, String key) {
    return object.members().get(key) instanceof JsonObject inner ? inner : JsonObject.of();
  }

  private void source(String id, JsonValue value, Map<String, Source> sources) {
    if (!(value instanceof JsonObject object)) {
      problems.add("$.sources." + id + ": " + value.kind() + " where an object belongs.");
      return;
    }
    sources.put(
        id,
        new Source(
            id,
            text(object, "name", id),
            text(object, "type", ""),
            member(object, "parameters"),
            object.without("name").without("type").without("parameters")));
  }

  private void layer(String id, JsonValue value, Map<String, Layer> layers) {
    if (!(value instanceof JsonObject object)) {
      problems.add("$.layers." + id + ": " + value.kind() + " where an object belongs.");
      return;
    }
    boolean visible =
        !(object.members().get("visible") instanceof JsonBoolean shown) || shown.value();
    JsonObject parameters = member(object, "parameters");
    if (parameters.has("opacity") && !(parameters.get("opacity") instanceof JsonNumber)) {
      problems.add("$.layers." + id + ".parameters.opacity: not a number; 1 is used.");
      parameters = parameters.with("opacity", 1L);
    }
    if (parameters.has("source") && !(parameters.get("source") instanceof JsonString)) {
      problems.add("$.layers." + id + ".parameters.source: not a text.");
      parameters = parameters.without("source");
    }
    if (parameters.has("symbologyState")
        && !(parameters.get("symbologyState") instanceof JsonObject)) {
      problems.add("$.layers." + id + ".parameters.symbologyState: not an object.");
      parameters = parameters.without("symbologyState");
    }
    layers.put(
        id,
        new Layer(
            id,
            text(object, "name", id),
            text(object, "type", ""),
            visible,
            parameters,
            object.without("name").without("type").without("visible").without("parameters")));
  }

  private List<TreeItem> tree(JsonObject root, Map<String, Layer> layers) {
    JsonValue value = root.members().get("layerTree");
    List<TreeItem> items = new ArrayList<>();
    Set<String> placed = new HashSet<>();
    if (value instanceof JsonArray array) {
      items.addAll(items(array, "$.layerTree", layers, placed, 0));
    } else if (value != null) {
      problems.add("$.layerTree: " + value.kind() + " where an array belongs.");
    }
    for (String id : layers.keySet()) {
      if (placed.add(id)) {
        problems.add("$.layerTree: the layer \"" + id + "\" was not in it; it is put on top.");
        items.add(new TreeItem.LayerRef(id));
      }
    }
    return items;
  }

  private List<TreeItem> items(
      JsonArray array, String path, Map<String, Layer> layers, Set<String> placed, int depth) {
    List<TreeItem> items = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      String here = path + "[" + i + "]";
      JsonValue value = array.get(i);
      if (value instanceof JsonString id) {
        if (!layers.containsKey(id.value())) {
          problems.add(here + ": there is no layer \"" + id.value() + "\".");
        } else if (!placed.add(id.value())) {
          problems.add(here + ": the layer \"" + id.value() + "\" is already placed.");
        } else {
          items.add(new TreeItem.LayerRef(id.value()));
        }
      } else if (value instanceof JsonObject group && depth < DEEPEST_GROUP) {
        JsonValue inside = group.members().get("layers");
        items.add(
            new TreeItem.Group(
                text(group, "name", "Group"),
                !(group.members().get("visible") instanceof JsonBoolean shown) || shown.value(),
                inside instanceof JsonArray list
                    ? items(list, here + ".layers", layers, placed, depth + 1)
                    : List.of(),
                group.without("name").without("visible").without("layers")));
      } else {
        problems.add(here + ": neither a layer's id nor a group that can be used.");
      }
    }
    return items;
  }
}
