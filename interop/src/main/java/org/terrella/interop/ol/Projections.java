package org.terrella.interop.ol;

import org.teavm.jso.JSClass;
import org.teavm.jso.JSModule;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSTopLevel;

/** {@code ol/proj}: between systems that are known; axis order x, y. */
@JSClass
public abstract class Projections implements JSObject {
  /** The system of a code such as {@code EPSG:4326}; null when it is not known. */
  @JSTopLevel
  @JSModule("terrella:ol")
  public static native JSObject getProjection(String code);

  @JSTopLevel
  @JSModule("terrella:ol")
  public static native double[] transform(double[] coordinate, String from, String to);

  /** Metres on the ground of a length in the units of a system, at a place. */
  @JSTopLevel
  @JSModule("terrella:ol")
  public static native double pointResolution(String code, double resolution, double[] at);

  /** [minX, minY, maxX, maxY]; {@code stops} points on each edge are followed. */
  @JSTopLevel
  @JSModule("terrella:ol")
  public static native double[] transformExtent(double[] extent, String from, String to, int stops);
}
