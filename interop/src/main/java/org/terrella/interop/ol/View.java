package org.terrella.interop.ol;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSClass;
import org.teavm.jso.JSModule;
import org.teavm.jso.JSObject;
import org.terrella.interop.browser.Literal;

/** {@code ol/View}; coordinates in the view's projection, resolution in its units per pixel. */
@JSClass
@JSModule("terrella:ol")
public class View implements JSObject {
  public View(Literal options) {}

  public native double[] getCenter();

  @JSBody(params = "center", script = "this.setCenter(Array.from(center));")
  public native void setCenter(double[] center);

  public native double getZoom();

  public native void setZoom(double zoom);

  public native double getResolution();

  public native void setResolution(double resolution);

  /** Radians, clockwise. */
  public native double getRotation();

  public native void setRotation(double radians);

  @JSBody(params = "size", script = "return this.calculateExtent(Array.from(size));")
  public native double[] calculateExtent(double[] size);

  @JSBody(
      params = {"extent", "options"},
      script = "this.fit(Array.from(extent), options);")
  public native void fit(double[] extent, Literal options);

  public native void animate(Literal options);

  public native void on(String type, OlMap.Listener listener);
}
