package org.terrella.interop.ol;

import org.teavm.jso.JSClass;
import org.teavm.jso.JSModule;
import org.teavm.jso.JSObject;
import org.terrella.interop.browser.Literal;

/** {@code ol/source/XYZ}: a tile service that the user added. */
@JSClass(name = "Xyz")
@JSModule("terrella:ol")
public class XyzSource implements JSObject {
  public XyzSource(Literal options) {}
}
