package org.terrella.interop.color;

import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSNumber;
import org.teavm.jso.core.JSString;

/** Colour ramps, computed by chroma-js. */
public interface Colors extends JSObject {
  JSArrayReader<JSString> rampNames();

  /** {@code count} colours from low to high, each [red, green, blue]; null for an unknown name. */
  JSArrayReader<JSArrayReader<JSNumber>> rampColors(String name, int count, boolean reverse);
}
