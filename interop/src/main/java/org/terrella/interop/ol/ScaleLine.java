package org.terrella.interop.ol;

import org.teavm.jso.JSClass;
import org.teavm.jso.JSModule;
import org.teavm.jso.JSObject;
import org.terrella.interop.browser.Literal;

/** {@code ol/control/ScaleLine}. */
@JSClass
@JSModule("terrella:ol")
public class ScaleLine implements JSObject {
  public ScaleLine(Literal options) {}
}
