package org.terrella.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.terrella.document.filter.LayerFilters;
import org.terrella.document.story.Annotation;
import org.terrella.document.story.Preset;
import org.terrella.document.story.Story;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonBoolean;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;

/**
 * Makes parts of a document out of JSON that anyone may have written, in a file or in a shared
 * document. What cannot be used is left out and reported with its JSON path; nothing fails.
 */
final class DocumentParts {
  private final List<String> problems = new ArrayList<>();

  List<String> problems() {
    return problems;
  }

  void report(String problem) {
    problems.add(problem);
  }

  Optional<Source> source(String id, JsonValue value) {
    String path = "$.sources." + id;
    if (!(value instanceof JsonObject object)) {
      wrong(path, value, "an object");
      return Optional.empty();
    }
    JsonObject json = named(object, path, id);
    Source source = new Source(id, parameters(json, path));
    check(source::typed);
    return Optional.of(source);
  }

  Optional<Layer> layer(String id, JsonValue value) {
    String path = "$.layers." + id;
    if (!(value instanceof JsonObject object)) {
      wrong(path, value, "an object");
      return Optional.empty();
    }
    JsonObject json = parameters(named(object, path, id), path);
    if (present(json, "visible") && !(json.get("visible") instanceof JsonBoolean)) {
      wrong(path + ".visible", json.get("visible"), "true or false");
      json = json.without("visible");
    }
    JsonObject parameters = json.optObject("parameters");
    if (present(parameters, "opacity")
        && !(parameters.get("opacity") instanceof JsonNumber opacity
            && opacity.doubleValue() >= 0
            && opacity.doubleValue() <= 1)) {
      report(path + ".parameters.opacity: not a number from 0 to 1; 1 is used.");
      json = json.with("parameters", parameters.with("opacity", 1L));
    }
    parameters = json.optObject("parameters");
    if (present(parameters, "source") && !(parameters.get("source") instanceof JsonString)) {
      wrong(path + ".parameters.source", parameters.get("source"), "a text");
      json = json.with("parameters", parameters.without("source"));
    }
    parameters = json.optObject("parameters");
    if (present(parameters, "symbologyState")
        && !(parameters.get("symbologyState") instanceof JsonObject)) {
      wrong(path + ".parameters.symbologyState", parameters.get("symbologyState"), "an object");
      json = json.with("parameters", parameters.without("symbologyState"));
    }
    Layer layer = new Layer(id, json);
    check(layer::typed);
    LayerFilters.read(json.opt("filters", JsonNull.NULL), path + ".filters", problems);
    return Optional.of(layer);
  }

  /** Reports what typed reading objects to; the JSON is kept all the same. */
  private void check(Supplier<?> typed) {
    try {
      typed.get();
    } catch (TerrellaException wrong) {
      report(wrong.getMessage());
    }
  }

  /** Reports a layer whose source is not there. */
  void demandSource(Layer layer, Map<String, Source> sources) {
    if (!layer.source().isEmpty() && !sources.containsKey(layer.source())) {
      report("$.layers." + layer.id() + ": the source \"" + layer.source() + "\" is missing.");
    }
  }

  /** A section that stays JSON, without the entries that cannot be. */
  JsonObject entries(Section section, JsonObject values) {
    JsonObject kept = values;
    for (Map.Entry<String, JsonValue> entry : values.members().entrySet()) {
      if (!accepts(section, entry.getKey(), entry.getValue())) {
        kept = kept.without(entry.getKey());
      }
    }
    return kept;
  }

  /** Whether a section can have an entry; reports what is wrong with it. */
  boolean accepts(Section section, String key, JsonValue value) {
    String path = "$." + section.key() + "." + key;
    if (section == Section.OPTIONS) {
      String objection = MapOptions.objection(key, value);
      if (!objection.isEmpty()) {
        report(path + ": " + objection + "; left out.");
        return false;
      }
    }
    switch (section) {
      case STORIES -> check(() -> Story.of(value, path));
      case ANNOTATIONS -> check(() -> Annotation.of(value, path));
      case PRESETS -> check(() -> Preset.of(value, path));
      case VIEW_STATE -> check(() -> ClientView.of(value, path));
      default -> {}
    }
    return true;
  }

  /** The layer tree; layers that it does not place come on top. */
  List<TreeItem> tree(JsonValue value, Set<String> layers) {
    List<TreeItem> items = new ArrayList<>();
    Set<String> placed = new HashSet<>();
    if (value instanceof JsonArray array) {
      items.addAll(items(array, "$.layerTree", layers, placed, 0));
    } else {
      wrong("$.layerTree", value, "an array");
    }
    return withAll(items, layers, placed);
  }

  /** A tree that placed some layers with the others on top. */
  List<TreeItem> withAll(List<TreeItem> items, Set<String> layers, Set<String> placed) {
    List<TreeItem> all = new ArrayList<>(items);
    for (String id : layers) {
      if (!placed.contains(id)) {
        report("$.layerTree: the layer \"" + id + "\" was not in it; it is put on top.");
        all.add(new TreeItem.LayerRef(id));
      }
    }
    return all;
  }

  private List<TreeItem> items(
      JsonArray array, String path, Set<String> layers, Set<String> placed, int depth) {
    List<TreeItem> items = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      String here = path + "[" + i + "]";
      JsonValue value = array.get(i);
      if (value instanceof JsonString id) {
        if (!layers.contains(id.value())) {
          report(here + ": there is no layer \"" + id.value() + "\".");
        } else if (!placed.add(id.value())) {
          report(here + ": the layer \"" + id.value() + "\" is already placed.");
        } else {
          items.add(new TreeItem.LayerRef(id.value()));
        }
      } else if (value instanceof JsonObject group && depth < LayerTree.DEEPEST_GROUP) {
        items.add(group(group, here, layers, placed, depth));
      } else if (value instanceof JsonObject) {
        report(here + ": groups are nested too deeply; their layers are put on top.");
      } else {
        report(here + ": " + value.kind() + " is neither a layer's id nor a group.");
      }
    }
    return items;
  }

  private TreeItem.Group group(
      JsonObject group, String path, Set<String> layers, Set<String> placed, int depth) {
    JsonObject members = group.without("name").without("layers");
    if (present(group, "visible") && !(group.get("visible") instanceof JsonBoolean)) {
      wrong(path + ".visible", group.get("visible"), "true or false");
      members = members.without("visible");
    }
    List<TreeItem> items = List.of();
    JsonValue inside = group.opt("layers", JsonNull.NULL);
    if (inside instanceof JsonArray list) {
      items = items(list, path + ".layers", layers, placed, depth + 1);
    } else {
      wrong(path + ".layers", inside, "an array");
    }
    return new TreeItem.Group(text(group, path, "name", "Group"), items, members);
  }

  /** With a name and a type, whatever the JSON had. */
  private JsonObject named(JsonObject json, String path, String id) {
    JsonObject named = json;
    String name = text(json, path, "name", id);
    if (!(json.members().get("name") instanceof JsonString)) {
      named = named.with("name", name);
    }
    String type = text(json, path, "type", "");
    return json.members().get("type") instanceof JsonString ? named : named.with("type", type);
  }

  private JsonObject parameters(JsonObject json, String path) {
    if (!present(json, "parameters") || json.get("parameters") instanceof JsonObject) {
      return json;
    }
    wrong(path + ".parameters", json.get("parameters"), "an object");
    return json.without("parameters");
  }

  private String text(JsonObject object, String path, String key, String whenMissing) {
    if (object.members().get(key) instanceof JsonString string) {
      return string.value();
    }
    wrong(path + "." + key, object.opt(key, JsonNull.NULL), "a text");
    return whenMissing;
  }

  private static boolean present(JsonObject object, String key) {
    JsonValue value = object.members().get(key);
    return value != null && value != JsonNull.NULL;
  }

  private void wrong(String path, JsonValue value, String expected) {
    report(
        path
            + (value == JsonNull.NULL
                ? ": missing."
                : ": " + value.kind() + " where " + expected + " belongs."));
  }
}
