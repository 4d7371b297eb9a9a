package org.terrella.document;

import java.util.List;
import java.util.Objects;
import org.terrella.json.JsonObject;

/** A place in the layer tree: a layer, or a group of places. */
public sealed interface TreeItem {
  /** The place of the layer with this id. */
  record LayerRef(String layer) implements TreeItem {
    public LayerRef {
      Objects.requireNonNull(layer);
    }
  }

  /**
   * A group; its items are listed bottom first, like the tree itself.
   *
   * @param rest members that this version does not know
   */
  record Group(String name, boolean visible, List<TreeItem> items, JsonObject rest)
      implements TreeItem {
    public Group {
      Objects.requireNonNull(name);
      items = List.copyOf(items);
      Objects.requireNonNull(rest);
    }
  }
}
