package org.terrella.webapp.command;

import java.util.ArrayList;
import java.util.List;
import org.terrella.document.MapDocument;
import org.terrella.document.TreePath;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonValue;
import org.terrella.workbench.command.Schema;

/** How commands name a group: by its name, or by its path in the layer tree. */
public final class GroupArgument {
  private GroupArgument() {}

  /** Schema of a command about a group, given by {@code group} or {@code path}. */
  static Schema.Members schema() {
    return Schema.object()
        .may("group", Schema.string("Name of the group; the first one of that name"))
        .may("path", pathSchema("Path of the group: indices from the top, such as [0, 2]"));
  }

  static JsonObject pathSchema(String description) {
    return Schema.array(Schema.integer("").with("minimum", 0L), description);
  }

  /** The group that arguments name. */
  static TreePath of(MapDocument document, JsonObject args) {
    if (args.has("group") == args.has("path")) {
      throw TerrellaException.invalid("A group is named by either \"group\" or \"path\".");
    }
    TreePath path =
        args.has("group") ? document.groupNamed(args.string("group")) : path(args.array("path"));
    if (path.isRoot()) {
      throw TerrellaException.invalid("The layer tree itself is no group.");
    }
    document.items(path);
    return path;
  }

  /** The group that arguments name, or the root when they name none or it is not there. */
  static TreePath ofOrRoot(MapDocument document, JsonObject args) {
    try {
      return of(document, args);
    } catch (TerrellaException none) {
      return TreePath.ROOT;
    }
  }

  /** A path out of JSON. */
  public static TreePath path(JsonArray indices) {
    List<Integer> list = new ArrayList<>();
    for (int i = 0; i < indices.size(); i++) {
      list.add(indices.integer(i));
    }
    return new TreePath(list);
  }

  /** A path as JSON. */
  public static JsonArray json(TreePath path) {
    List<JsonValue> indices = new ArrayList<>();
    for (int index : path.indices()) {
      indices.add(JsonNumber.of((long) index));
    }
    return JsonArray.of(indices);
  }
}
