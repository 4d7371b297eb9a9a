package org.terrella.interop.ol;

import org.teavm.jso.JSClass;
import org.teavm.jso.JSModule;
import org.teavm.jso.JSObject;
import org.terrella.interop.browser.Literal;

/** {@code ol/layer/Vector}. */
@JSClass
@JSModule("terrella:ol")
public class VectorLayer implements Layer {
  public VectorLayer(Literal options) {}

  @Override
  public native void setVisible(boolean visible);

  @Override
  public native void setOpacity(double opacity);

  @Override
  public native void setZIndex(double index);

  @Override
  public native void setSource(JSObject source);
}
