package org.terrella.interop.ol;

import org.teavm.jso.JSClass;
import org.teavm.jso.JSModule;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSTopLevel;
import org.terrella.interop.browser.Literal;

/** {@code ol/tilegrid/TileGrid}. */
public interface TileGrid extends JSObject {
  double[] getTileCoordExtent(double[] tileCoordinate);

  double getResolution(int z);

  /** Makes grids. */
  @JSClass
  abstract class Factory implements JSObject {
    /** The usual web grid: 256-pixel tiles unless the options say otherwise. */
    @JSTopLevel
    @JSModule("terrella:ol")
    public static native TileGrid createXYZ(Literal options);
  }
}
