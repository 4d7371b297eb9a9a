package org.terrella.workbench.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.terrella.document.DocumentDifference;
import org.terrella.document.JgisReader;
import org.terrella.document.JgisWriter;
import org.terrella.document.MapDocument;
import org.terrella.document.Section;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;

/**
 * Documents and their differences as {@link org.terrella.interop.shared.SharedMap} takes and gives
 * them. What jGIS has no section for lies in a section of Terrella's own: the schema's version, the
 * file's unknown members, and which members the file did not have.
 */
final class SharedChanges {
  private static final String OWN = "terrella";
  private static final String VERSION = "schemaVersion";
  private static final String REST = "rest";
  private static final String ABSENT = "absent";

  private SharedChanges() {}

  /** A difference, as one change. */
  static String of(DocumentDifference difference) {
    JsonObject sections = JsonObject.of();
    for (Map.Entry<Section, DocumentDifference.Changes> changed :
        difference.sections().entrySet()) {
      DocumentDifference.Changes changes = changed.getValue();
      sections =
          sections.with(
              changed.getKey().key(),
              section(
                  JsonObject.of(changes.set()),
                  JsonArray.ofStrings(List.copyOf(changes.removed()))));
    }
    JsonObject own = JsonObject.of();
    if (difference.schemaVersion().isPresent()) {
      own = own.with(VERSION, difference.schemaVersion().get());
    }
    if (difference.rest().isPresent()) {
      own = own.with(REST, difference.rest().get());
    }
    if (!own.isEmpty()) {
      sections = sections.with(OWN, section(own, JsonArray.of()));
    }
    JsonObject change = JsonObject.of().with("sections", sections);
    return Json.write(
        difference.layerTree().isPresent()
            ? change.with(Section.LAYER_TREE, difference.layerTree().get())
            : change);
  }

  /** All of a document, as one change of an empty one. */
  static String of(MapDocument document) {
    JsonObject file = JgisWriter.toJson(document);
    JsonObject sections = JsonObject.of();
    for (Section section : Section.values()) {
      sections =
          sections.with(section.key(), section(file.optObject(section.key()), JsonArray.of()));
    }
    JsonObject own =
        JsonObject.of()
            .with(VERSION, document.schemaVersion())
            .with(REST, document.rest())
            .with(ABSENT, JsonArray.ofStrings(List.copyOf(new TreeSet<>(document.absent()))));
    return Json.write(
        JsonObject.of()
            .with("sections", sections.with(OWN, section(own, JsonArray.of())))
            .with(Section.LAYER_TREE, file.optArray(Section.LAYER_TREE)));
  }

  private static JsonObject section(JsonObject set, JsonArray removed) {
    return JsonObject.of().with("set", set).with("removed", removed);
  }

  /** The difference that a change of the shared document makes. */
  static DocumentDifference difference(String change) {
    JsonObject json = Json.parseObject(change);
    Map<Section, DocumentDifference.Changes> sections = new LinkedHashMap<>();
    JsonObject changed = json.optObject("sections");
    for (Section section : Section.values()) {
      JsonObject of = changed.optObject(section.key());
      Set<String> removed = new LinkedHashSet<>(of.optArray("removed").strings());
      sections.put(
          section,
          new DocumentDifference.Changes(Map.of(), of.optObject("set").members(), removed));
    }
    Map<String, JsonValue> own = changed.optObject(OWN).optObject("set").members();
    return new DocumentDifference(
        own.get(VERSION) instanceof JsonString version
            ? Optional.of(version.value())
            : Optional.empty(),
        sections,
        Optional.ofNullable(json.members().get(Section.LAYER_TREE)),
        own.get(REST) instanceof JsonObject rest ? Optional.of(rest) : Optional.empty());
  }

  /** The document with all of the content of a shared document, and what was wrong with it. */
  static JgisReader.Result document(String content) {
    JsonObject json = Json.parseObject(content);
    JsonObject sections = json.optObject("sections");
    JsonObject own = sections.optObject(OWN).optObject("set");
    JsonObject file =
        own.optObject(REST).with(VERSION, own.optString(VERSION, MapDocument.SCHEMA_VERSION));
    List<String> absent = new ArrayList<>(own.optArray(ABSENT).strings());
    for (Section section : Section.values()) {
      JsonObject set = sections.optObject(section.key()).optObject("set");
      if (!set.isEmpty() || !absent.contains(section.key())) {
        file = file.with(section.key(), set);
      }
    }
    JsonArray tree = json.optArray(Section.LAYER_TREE);
    if (!tree.isEmpty() || !absent.contains(Section.LAYER_TREE)) {
      file = file.with(Section.LAYER_TREE, tree);
    }
    return JgisReader.read(file);
  }
}
