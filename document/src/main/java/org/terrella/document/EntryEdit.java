package org.terrella.document;

import org.terrella.document.story.Annotation;
import org.terrella.document.story.Preset;
import org.terrella.document.story.Story;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonValue;

/** A change of a story, an annotation, a preset or the metadata. */
public sealed interface EntryEdit extends Edit {
  /** Adds a story or puts another in its place; segments that are new to it must be layers. */
  record SetStory(String id, JsonObject story) implements EntryEdit {
    @Override
    public String label() {
      return "Change story";
    }

    @Override
    public MapDocument apply(MapDocument document) {
      Story read = Story.of(story, "$.stories." + id);
      JsonObject before =
          document.stories().members().get(id) instanceof JsonObject old ? old : JsonObject.of();
      for (String segment : read.segments()) {
        if (!document.layers().containsKey(segment) && !names(before, segment)) {
          throw TerrellaException.notFound("The map has no story segment \"" + segment + "\".");
        }
      }
      return set(document, Section.STORIES, id, story);
    }

    private static boolean names(JsonObject story, String segment) {
      try {
        return Story.of(story, "$").segments().contains(segment);
      } catch (TerrellaException unreadable) {
        return false;
      }
    }
  }

  /** Removes a story; the layers of its segments stay. */
  record RemoveStory(String id) implements EntryEdit {
    @Override
    public String label() {
      return "Remove story";
    }

    @Override
    public MapDocument apply(MapDocument document) {
      return remove(document, Section.STORIES, id, "story");
    }
  }

  /** Adds an annotation or puts another in its place. */
  record SetAnnotation(String id, JsonObject annotation) implements EntryEdit {
    @Override
    public String label() {
      return "Change annotation";
    }

    @Override
    public MapDocument apply(MapDocument document) {
      Annotation.of(annotation, "$.annotations." + id);
      return set(document, Section.ANNOTATIONS, id, annotation);
    }
  }

  /** Removes an annotation. */
  record RemoveAnnotation(String id) implements EntryEdit {
    @Override
    public String label() {
      return "Remove annotation";
    }

    @Override
    public MapDocument apply(MapDocument document) {
      return remove(document, Section.ANNOTATIONS, id, "annotation");
    }
  }

  /** Adds a preset of attributes or puts another in its place. */
  record SetPreset(String name, JsonValue preset) implements EntryEdit {
    @Override
    public String label() {
      return "Change preset " + name;
    }

    @Override
    public MapDocument apply(MapDocument document) {
      Preset.of(preset, "$.presets." + name);
      return set(document, Section.PRESETS, name, preset);
    }
  }

  /** Removes a preset. */
  record RemovePreset(String name) implements EntryEdit {
    @Override
    public String label() {
      return "Remove preset " + name;
    }

    @Override
    public MapDocument apply(MapDocument document) {
      return remove(document, Section.PRESETS, name, "preset");
    }
  }

  /** Removes one entry of the metadata. */
  record RemoveMetadata(String key, String label) implements EntryEdit {
    @Override
    public MapDocument apply(MapDocument document) {
      return remove(document, Section.METADATA, key, "metadata entry");
    }
  }

  private static MapDocument set(
      MapDocument document, Section section, String key, JsonValue value) {
    if (key.isEmpty()) {
      throw TerrellaException.invalid("An entry of " + section.key() + " needs a name.");
    }
    return document.with(section, document.entries().get(section).with(key, value));
  }

  private static MapDocument remove(
      MapDocument document, Section section, String key, String name) {
    JsonObject entries = document.entries().get(section);
    if (!entries.has(key)) {
      throw TerrellaException.notFound("The map has no " + name + " \"" + key + "\".");
    }
    return document.with(section, entries.without(key));
  }
}
