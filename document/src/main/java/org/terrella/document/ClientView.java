package org.terrella.document;

import java.util.List;
import org.terrella.document.member.Members;
import org.terrella.document.member.Overlay;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonValue;

/**
 * What one client looks at: an entry of the section {@code viewState}.
 *
 * @param extent minX, minY, maxX, maxY in the CRS; empty when there is none
 * @param projection authority and code of the CRS
 */
public record ClientView(List<Double> extent, double zoom, String projection) {
  public ClientView {
    extent = List.copyOf(extent);
  }

  /**
   * Reads a client's view.
   *
   * @param path JSON path of the view, for messages
   * @throws TerrellaException invalid-argument, naming the JSON path of what is wrong
   */
  public static ClientView of(JsonValue json, String path) {
    if (!(json instanceof JsonObject object)) {
      throw TerrellaException.invalid(path + ": " + json.kind() + " where an object belongs.");
    }
    Members in = new Members(object, path);
    return new ClientView(
        in.numbers("extent", 4, 0),
        in.number("zoom", 0),
        in.text("projection", MapDocument.DEFAULT_PROJECTION));
  }

  /** This view over the JSON that it was read from, whose other members stay. */
  public JsonObject toJson(JsonObject base) {
    return new Overlay(base)
        .numbers("extent", extent)
        .number("zoom", zoom, 0)
        .text("projection", projection, MapDocument.DEFAULT_PROJECTION)
        .json();
  }
}
