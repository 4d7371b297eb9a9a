package org.terrella.document;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.terrella.document.migration.Migration;
import org.terrella.error.TerrellaException;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;

/**
 * Reads jGIS documents (JupyterGIS, schema 0.5 and 0.6). What can be used is used: {@link
 * Result#problems} names the rest by its JSON path. Documents of earlier versions come back as
 * {@link Migration} makes them; paths are those of the present version.
 */
public final class JgisReader {
  private final DocumentParts parts = new DocumentParts();

  private JgisReader() {}

  /** A document and what was wrong with its file, each with a JSON path. */
  public record Result(MapDocument document, List<String> problems) {
    public Result {
      problems = List.copyOf(problems);
    }
  }

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

  /**
   * Reads a document.
   *
   * @throws TerrellaException malformed-input when it has none of layers, sources and layer tree
   */
  public static Result read(JsonObject root) {
    JgisReader reader = new JgisReader();
    MapDocument document = reader.document(root);
    return new Result(document, reader.parts.problems());
  }

  private MapDocument document(JsonObject root) {
    if (!root.has("layers") && !root.has("sources") && !root.has("layerTree")) {
      throw TerrellaException.malformed(
          "This JSON is no map document: it has neither layers nor sources.");
    }
    String version = version(root);
    if (SchemaVersion.compare(version, "0.6.0") < 0) {
      return document(Migration.to06(root).with("schemaVersion", MapDocument.SCHEMA_VERSION));
    }
    Map<String, Source> sources = new LinkedHashMap<>();
    section(root, Section.SOURCES)
        .members()
        .forEach(
            (id, value) -> parts.source(id, value).ifPresent(source -> sources.put(id, source)));
    Map<String, Layer> layers = new LinkedHashMap<>();
    section(root, Section.LAYERS)
        .members()
        .forEach((id, value) -> parts.layer(id, value).ifPresent(layer -> layers.put(id, layer)));
    layers.values().forEach(layer -> parts.demandSource(layer, sources));
    List<TreeItem> tree = parts.tree(root.opt(Section.LAYER_TREE, JsonArray.of()), layers.keySet());
    Map<Section, JsonObject> entries = new EnumMap<>(Section.class);
    Set<String> absent = new HashSet<>();
    JsonObject rest = root.without("schemaVersion").without(Section.LAYER_TREE);
    for (Section section : Section.values()) {
      if (section != Section.LAYERS && section != Section.SOURCES) {
        entries.put(section, parts.entries(section, section(root, section)));
      }
      if (!root.has(section.key())) {
        absent.add(section.key());
      }
      rest = rest.without(section.key());
    }
    if (!root.has(Section.LAYER_TREE)) {
      absent.add(Section.LAYER_TREE);
    }
    return new MapDocument(version, layers, sources, tree, entries, rest, absent);
  }

  private String version(JsonObject root) {
    if (!(root.members().get("schemaVersion") instanceof JsonString string)) {
      parts.report("$.schemaVersion: missing; read as " + MapDocument.SCHEMA_VERSION + ".");
      return MapDocument.SCHEMA_VERSION;
    }
    if (SchemaVersion.compare(string.value(), MapDocument.SCHEMA_VERSION) > 0) {
      parts.report(
          "$.schemaVersion: "
              + string.value()
              + " is newer than "
              + MapDocument.SCHEMA_VERSION
              + "; what is new in it is kept but not shown.");
    }
    return string.value();
  }

  private JsonObject section(JsonObject root, Section section) {
    JsonValue value = root.members().get(section.key());
    if (value instanceof JsonObject object) {
      return object;
    }
    if (value != null) {
      parts.report("$." + section.key() + ": " + value.kind() + " where an object belongs.");
    } else if (section == Section.LAYERS || section == Section.SOURCES) {
      parts.report("$." + section.key() + ": missing.");
    }
    return JsonObject.of();
  }
}
