package org.terrella.document;

import java.util.List;
import org.terrella.document.member.Members;
import org.terrella.document.member.Overlay;
import org.terrella.json.JsonObject;

/**
 * The view that a map opens with: its options, typed.
 *
 * @param latitude degrees north of the middle, as longitude are degrees east
 * @param zoom zoom level; 0 shows the world on one tile of 256 pixels
 * @param bearing degrees clockwise
 * @param pitch degrees from straight down
 * @param extent minX, minY, maxX, maxY in the CRS; empty when there is none
 * @param projection authority and code of the CRS
 * @param useExtent whether the extent counts and not middle and zoom
 */
public record MapView(
    double latitude,
    double longitude,
    double zoom,
    double bearing,
    double pitch,
    List<Double> extent,
    String projection,
    boolean useExtent) {
  public MapView {
    extent = List.copyOf(extent);
  }

  /** Reads the options of a document; fails with the JSON path of what is wrong. */
  public static MapView of(JsonObject options) {
    Members in = new Members(options, "$.options");
    return new MapView(
        in.number("latitude", 0),
        in.number("longitude", 0),
        in.number("zoom", 0),
        in.number("bearing", 0),
        in.number("pitch", 0),
        in.numbers("extent", 4, 0),
        in.text("projection", MapDocument.DEFAULT_PROJECTION),
        in.truth("useExtent", false));
  }

  /** These options over others, of which those not named here stay. */
  public JsonObject toJson(JsonObject base) {
    return new Overlay(base)
        .number("latitude", latitude, 0)
        .number("longitude", longitude, 0)
        .number("zoom", zoom, 0)
        .number("bearing", bearing, 0)
        .number("pitch", pitch, 0)
        .numbers("extent", extent)
        .text("projection", projection, MapDocument.DEFAULT_PROJECTION)
        .truth("useExtent", useExtent, false)
        .json();
  }
}
