package org.terrella.webapp.command;

import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.data.CrsCatalog;

/** The argument {@code crs}, made ready for use. */
final class CrsArgument {
  private CrsArgument() {}

  /** The code that was given, or {@code otherwise}. */
  static String of(App app, JsonObject args, String otherwise) {
    if (!args.has("crs")) {
      return otherwise;
    }
    String code = CrsCatalog.normal(args.string("crs"));
    app.crs.define(code);
    return code;
  }
}
