package org.terrella.interop.ol;

import org.teavm.jso.JSClass;
import org.teavm.jso.JSModule;
import org.teavm.jso.JSObject;
import org.terrella.interop.browser.Literal;

/** {@code ol/source/Vector}. */
@JSClass
@JSModule("terrella:ol")
public class VectorSource implements JSObject {
  public VectorSource(Literal options) {}

  public native void clear();

  public native void addFeatures(JSObject features);
}
