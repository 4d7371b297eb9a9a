package org.terrella.interop.ol;

import org.teavm.jso.JSObject;
import org.terrella.interop.browser.Literal;

/** Sources of tile services that the user added. */
public interface Services extends JSObject {
  /** {@code ol/source/XYZ}. */
  JSObject createXyz(Literal options);
}
