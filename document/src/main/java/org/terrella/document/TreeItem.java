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
   * @param members all members of the group in jGIS besides its name and items: perhaps {@code
   *     visible} and {@code parameters}
   */
  record Group(String name, List<TreeItem> items, JsonObject members) implements TreeItem {
    public Group {
      Objects.requireNonNull(name);
      items = List.copyOf(items);
      members.optBool("visible", true);
    }

    public Group(String name, List<TreeItem> items) {
      this(name, items, JsonObject.of().with("visible", true));
    }

    /** Whether what the group holds is to be seen. */
    public boolean visible() {
      return members.optBool("visible", true);
    }

    public Group withName(String newName) {
      return new Group(newName, items, members);
    }

    public Group withVisible(boolean visible) {
      return new Group(name, items, members.with("visible", visible));
    }

    public Group withItems(List<TreeItem> newItems) {
      return new Group(name, newItems, members);
    }
  }
}
