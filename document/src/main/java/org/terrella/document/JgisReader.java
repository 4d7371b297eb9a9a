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
      if (isNewer(version)) {
        problems.add(
            "$.schemaVersion: "
                + version
                + " is newer than "
                + MapDocument.SCHEMA_VERSION
                + "; what is new in it is kept but not shown.");
      }
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
        version, layers, sources, tree, options(root), section(root, "metadata"), rest);
  }

  private static boolean isNewer(String version) {
    int[] parts = numbers(version);
    int[] known = numbers(MapDocument.SCHEMA_VERSION);
    int i = 0;
    while (i < known.length - 1 && parts[i] == known[i]) {
      i++;
    }
    return parts[i] > known[i];
  }

  /** Major, minor and patch of a version; 0 for what is missing. */
  private static int[] numbers(String version) {
    int[] numbers = new int[3];
    int at = 0;
    for (int i = 0; i < version.length() && at < numbers.length; i++) {
      char c = version.charAt(i);
      if (c == '.') {
        at++;
      } else if (c >= '0' && c <= '9') {
        numbers[at] = Math.min(9999, numbers[at]) * 10 + (c - '0');
      }
    }
    return numbers;
  }

  private JsonObject options(JsonObject root) {
    JsonObject options = section(root, "options");
    for (Map.Entry<String, JsonValue> option : options.members().entrySet()) {
      String objection = MapOptions.objection(option.getKey(), option.getValue());
      if (!objection.isEmpty()) {
        problems.add("$.options." + option.getKey() + ": " + objection + "; left out.");
        options = options.without(option.getKey());
      }
    }
    return options;
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

  private String text(JsonObject object, String path, String key, String whenMissing) {
    JsonValue value = object.members().get(key);
    if (value instanceof JsonString string) {
      return string.value();
    }
    problems.add(
        path
            + "."
            + key
            + ": "
            + (value == null ? "missing." : value.kind() + " where a text belongs."));
    return whenMissing;
  }

  private JsonObject member(JsonObject object, String path, String key) {
    JsonValue value = object.members().get(key);
    if (value instanceof JsonObject inner) {
      return inner;
    }
    problems.add(
        path
            + "."
            + key
            + ": "
            + (value == null ? "missing." : value.kind() + " where an object belongs."));
    return JsonObject.of();
  }

  private void source(String id, JsonValue value, Map<String, Source> sources) {
    if (!(value instanceof JsonObject object)) {
      problems.add("$.sources." + id + ": " + value.kind() + " where an object belongs.");
      return;
    }
    String path = "$.sources." + id;
    sources.put(
        id,
        new Source(
            id,
            text(object, path, "name", id),
            text(object, path, "type", ""),
            member(object, path, "parameters"),
            object.without("name").without("type").without("parameters")));
  }

  private void layer(String id, JsonValue value, Map<String, Layer> layers) {
    if (!(value instanceof JsonObject object)) {
      problems.add("$.layers." + id + ": " + value.kind() + " where an object belongs.");
      return;
    }
    boolean visible =
        !(object.members().get("visible") instanceof JsonBoolean shown) || shown.value();
    String path = "$.layers." + id;
    JsonObject parameters = member(object, path, "parameters");
    if (parameters.has("opacity")
        && !(parameters.get("opacity") instanceof JsonNumber opacity
            && opacity.doubleValue() >= 0
            && opacity.doubleValue() <= 1)) {
      problems.add(path + ".parameters.opacity: not a number from 0 to 1; 1 is used.");
      parameters = parameters.with("opacity", 1L);
    }
    if (parameters.has("source") && !(parameters.get("source") instanceof JsonString)) {
      problems.add(path + ".parameters.source: not a text.");
      parameters = parameters.without("source");
    }
    if (parameters.has("symbologyState")
        && !(parameters.get("symbologyState") instanceof JsonObject)) {
      problems.add(path + ".parameters.symbologyState: not an object.");
      parameters = parameters.without("symbologyState");
    }
    layers.put(
        id,
        new Layer(
            id,
            text(object, path, "name", id),
            text(object, path, "type", ""),
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
                text(group, here, "name", "Group"),
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
