package org.terrella.webapp.command;

import org.terrella.json.JsonObject;
import org.terrella.webapp.App;

/** The argument {@code crs}, made ready for use. */
final class CrsArgument {
  private CrsArgument() {}

  /** The code that was given, or {@code otherwise}. */
  static String of(App app, JsonObject args, String otherwise) {
    if (!args.has("crs")) {
      return otherwise;
    }
    String code = app.crs.get(args.string("crs")).code();
    app.crs.define(code);
    return code;
  }
}
