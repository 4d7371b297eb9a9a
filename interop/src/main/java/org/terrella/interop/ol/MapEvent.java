package org.terrella.interop.ol;

import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/** An event of the map; only map browser events have a coordinate. */
public interface MapEvent extends JSObject {
  /** [x, y] in the view's projection. */
  @JSProperty
  double[] getCoordinate();

  @JSProperty
  boolean isDragging();
}
