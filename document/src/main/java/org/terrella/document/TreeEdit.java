package org.terrella.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.terrella.error.TerrellaException;

/** A change of the groups of the layer tree. Indices count from the top, as paths do. */
public sealed interface TreeEdit extends Edit {
  /**
   * Adds an empty group.
   *
   * @param parent the group to put it into, or the root
   * @param index its place in there; beyond the ends it is put at the end
   */
  record AddGroup(String name, TreePath parent, int index) implements TreeEdit {
    @Override
    public String label() {
      return "Add group " + name;
    }

    @Override
    public MapDocument apply(MapDocument document) {
      demandName(name);
      TreeItem group = new TreeItem.Group(name, List.of());
      return withTree(
          document,
          LayerTree.inside(
              document.tree(), parent, inner -> LayerTree.inserted(inner, group, index)));
    }
  }

  /**
   * Removes a group.
   *
   * @param withLayers whether all layers in it go too; otherwise they take the group's place
   */
  record RemoveGroup(TreePath group, boolean withLayers) implements TreeEdit {
    @Override
    public String label() {
      return withLayers ? "Remove group and its layers" : "Remove group";
    }

    @Override
    public MapDocument apply(MapDocument document) {
      TreeItem.Group removed = LayerTree.group(document.tree(), group);
      MapDocument without =
          document.withTree(
              LayerTree.replaced(document.tree(), group, withLayers ? List.of() : removed.items()));
      return withLayers ? LayerRemoval.of(without, LayerTree.layers(removed.items())) : without;
    }
  }

  /** Gives a group another name. */
  record RenameGroup(TreePath group, String name) implements TreeEdit {
    @Override
    public String label() {
      return "Rename group";
    }

    @Override
    public MapDocument apply(MapDocument document) {
      demandName(name);
      TreeItem.Group renamed = LayerTree.group(document.tree(), group).withName(name);
      return document.withTree(LayerTree.replaced(document.tree(), group, List.of(renamed)));
    }
  }

  /**
   * Shows or hides a group.
   *
   * @param all whether the groups and layers in it are set as well; otherwise they keep their own
   *     setting, which counts while the group is shown
   */
  record SetGroupVisible(TreePath group, boolean visible, boolean all) implements TreeEdit {
    @Override
    public String label() {
      return visible ? "Show group" : "Hide group";
    }

    @Override
    public MapDocument apply(MapDocument document) {
      TreeItem.Group old = LayerTree.group(document.tree(), group);
      TreeItem.Group set = all ? set(old) : old.withVisible(visible);
      MapDocument after =
          document.withTree(LayerTree.replaced(document.tree(), group, List.of(set)));
      if (!all) {
        return after;
      }
      Map<String, Layer> layers = new LinkedHashMap<>(document.layers());
      for (String id : LayerTree.layers(old.items())) {
        layers.computeIfPresent(
            id, (key, layer) -> layer.visible() == visible ? layer : layer.withVisible(visible));
      }
      return after.with(layers, document.sources(), after.tree());
    }

    private TreeItem.Group set(TreeItem.Group old) {
      List<TreeItem> items = new ArrayList<>();
      for (TreeItem item : old.items()) {
        items.add(item instanceof TreeItem.Group inner ? set(inner) : item);
      }
      return old.withVisible(visible).withItems(items);
    }
  }

  /**
   * Moves a layer or a group.
   *
   * @param group the group to move it into, or the root; a path of the tree before the move
   * @param index its new place in there, counted without it; beyond the ends it is put at the end
   */
  record MoveItem(TreePath item, TreePath group, int index) implements TreeEdit {
    @Override
    public String label() {
      return "Move in layer list";
    }

    @Override
    public MapDocument apply(MapDocument document) {
      if (item.isRoot()) {
        throw TerrellaException.invalid("The layer tree itself cannot be moved.");
      }
      TreeItem moved = LayerTree.item(document.tree(), item);
      LayerTree.items(document.tree(), group);
      if (group.isWithin(item)) {
        throw TerrellaException.invalid("A group cannot be moved into itself.");
      }
      List<TreeItem> without = LayerTree.replaced(document.tree(), item, List.of());
      return withTree(
          document,
          LayerTree.inside(
              without, group.without(item), inner -> LayerTree.inserted(inner, moved, index)));
    }
  }

  private static MapDocument withTree(MapDocument document, List<TreeItem> tree) {
    if (LayerTree.depth(tree) > LayerTree.DEEPEST_GROUP) {
      throw TerrellaException.invalid(
          "Groups cannot nest deeper than " + LayerTree.DEEPEST_GROUP + ".");
    }
    return document.withTree(tree);
  }

  private static void demandName(String name) {
    if (name.isBlank()) {
      throw TerrellaException.invalid("A group needs a name.");
    }
  }
}
