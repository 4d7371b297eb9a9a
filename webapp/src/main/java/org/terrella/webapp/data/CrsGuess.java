package org.terrella.webapp.data;

import org.terrella.document.MapDocument;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;

/** Which CRS a file without one most likely has. */
public final class CrsGuess {
  private CrsGuess() {}

  /** Degrees when all coordinates could be degrees, else the document's CRS. */
  public static String of(JsonObject summary, MapDocument document) {
    JsonArray extent = summary.optArray("extent");
    boolean degrees =
        extent.isEmpty()
            || extent.number(0) >= -181
                && extent.number(2) <= 361
                && extent.number(1) >= -90.5
                && extent.number(3) <= 90.5;
    return degrees ? "EPSG:4326" : document.projection();
  }
}
