package org.terrella.document;

import java.util.Optional;

/**
 * A part of a document that maps names to JSON values: a map of the shared Yjs document and a
 * member of the file, both under the same {@link #key}. The layer tree is no section: it is an
 * array and changes as a whole.
 */
public enum Section {
  OPTIONS("options"),
  LAYERS("layers"),
  SOURCES("sources"),
  STORIES("stories"),
  VIEW_STATE("viewState"),
  ANNOTATIONS("annotations"),
  PRESETS("presets"),
  METADATA("metadata");

  /** Key of the layer tree, beside those of the sections. */
  public static final String LAYER_TREE = "layerTree";

  private final String key;

  Section(String key) {
    this.key = key;
  }

  /** The section's name in files and in the shared document. */
  public String key() {
    return key;
  }

  /** The section with a key, if there is one. */
  public static Optional<Section> of(String key) {
    for (Section section : values()) {
      if (section.key.equals(key)) {
        return Optional.of(section);
      }
    }
    return Optional.empty();
  }
}
