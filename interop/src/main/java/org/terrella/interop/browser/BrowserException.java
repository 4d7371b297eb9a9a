package org.terrella.interop.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/** A failure that the browser reported. */
public final class BrowserException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String name;

  public BrowserException(String name, String message) {
    super(message);
    this.name = name;
  }

  /** The name of the DOMException or Error, for example {@code QuotaExceededError}. */
  public String name() {
    return name;
  }

  static BrowserException of(JSObject reason) {
    return new BrowserException(nameOf(reason), messageOf(reason));
  }

  @JSBody(params = "e", script = "return String((e && e.name) || 'Error');")
  private static native String nameOf(JSObject e);

  @JSBody(params = "e", script = "return String((e && e.message) || e);")
  private static native String messageOf(JSObject e);
}
