package org.terrella.processing.expression;

/** Functions of paths as texts; no file is looked at. */
final class PathFunctions {
  private PathFunctions() {}

  static void addTo(Functions functions) {
    functions.add(
        "file_name",
        "path",
        "The last part of a path, with its suffix.",
        (call, out) -> out.set(name(call.text(0))));
    functions.add(
        "base_file_name",
        "path",
        "The last part of a path, without folders and suffix.",
        (call, out) -> {
          String name = name(call.text(0));
          int dot = name.lastIndexOf('.');
          out.set(dot < 0 ? name : name.substring(0, dot));
        });
    functions.add(
        "file_suffix",
        "path",
        "What follows the first dot of a file's name.",
        (call, out) -> {
          String name = name(call.text(0));
          int dot = name.indexOf('.');
          out.set(dot < 0 ? "" : name.substring(dot + 1));
        });
    functions.add(
        "file_path",
        "path",
        "The folder of a path.",
        (call, out) -> {
          String path = call.text(0);
          int slash = lastSlash(path);
          out.set(slash < 0 ? "." : slash == 0 ? path.substring(0, 1) : path.substring(0, slash));
        });
  }

  private static String name(String path) {
    return path.substring(lastSlash(path) + 1);
  }

  private static int lastSlash(String path) {
    return Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  }
}
