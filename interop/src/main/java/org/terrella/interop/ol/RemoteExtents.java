package org.terrella.interop.ol;

import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;

/**
 * Where the map looks in large files on the web, and outlines of those of which nothing is shown.
 */
public interface RemoteExtents extends JSObject {
  /** [minX, minY, maxX, maxY] of the map in another system; no more of it than {@code bounds}. */
  double[] seenExtent(double[] shown, String own, String projection, double[] bounds);

  Frames createFrames(OlMap map);

  /** A layer of outlines. */
  interface Frames extends JSObject {
    /** Draws these outlines and no others; each is {@code {extent, projection}}. */
    void show(JSArray<JSObject> frames, String own);
  }
}
