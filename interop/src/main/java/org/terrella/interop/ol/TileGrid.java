package org.terrella.interop.ol;

import org.teavm.jso.JSClass;
import org.teavm.jso.JSModule;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSTopLevel;

/** {@code ol/tilegrid/TileGrid}. */
public interface TileGrid extends JSObject {
  double[] getTileCoordExtent(double[] tileCoordinate);

  double getResolution(int z);

  /** Makes grids. */
  @JSClass
  abstract class Factory implements JSObject {
    /**
     * A grid over the system of a code, with several resolutions to each zoom level, so that tiles
     * are never drawn far from their own size. It goes on beyond the system's extent.
     */
    @JSTopLevel
    @JSModule("terrella:ol")
    public static native TileGrid createFine(
        String code, int tileSize, int stepsPerZoom, int maxZoom);
  }
}
