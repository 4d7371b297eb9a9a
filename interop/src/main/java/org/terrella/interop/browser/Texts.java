package org.terrella.interop.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/** Texts of bytes. */
public final class Texts {
  private Texts() {}

  /** The text that bytes are in UTF-8; the browser's own decoder is far faster than Java's here. */
  @JSBody(params = "bytes", script = "return new TextDecoder().decode(bytes);")
  public static native String decode(JSObject bytes);
}
