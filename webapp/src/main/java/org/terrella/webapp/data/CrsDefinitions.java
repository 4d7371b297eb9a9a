package org.terrella.webapp.data;

import java.util.List;
import org.terrella.document.Edit;
import org.terrella.document.MapDocument;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;

/**
 * Systems that are defined by a text instead of a code: a map keeps their definitions, under {@code
 * terrella:crs}.
 */
public final class CrsDefinitions {
  private static final String KEY = "terrella:crs";

  private CrsDefinitions() {}

  /** The edits that make a map keep the definition of a system; none for one of the EPSG list. */
  public static List<Edit> keep(MapDocument document, CrsCatalog.Entry entry) {
    if (!entry.code().startsWith(CrsCatalog.CUSTOM)) {
      return List.of();
    }
    JsonObject known = document.metadata().optObject(KEY);
    return List.of(
        new Edit.SetMetadata(KEY, known.with(entry.code(), entry.definition()), "Set CRS"));
  }

  /** Learns the systems that a map brings along. */
  public static void learn(CrsCatalog catalog, MapDocument document) {
    JsonObject definitions = document.metadata().optObject(KEY);
    for (String code : definitions.keys()) {
      if (code.startsWith(CrsCatalog.CUSTOM)
          && definitions.get(code) instanceof JsonString definition) {
        catalog.learn(code, definition.value());
      }
    }
  }
}
