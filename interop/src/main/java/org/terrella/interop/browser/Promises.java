package org.terrella.interop.browser;

import org.teavm.interop.Async;
import org.teavm.interop.AsyncCallback;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;

/** Waiting for promises inside a {@link Thread}, which on a page is a coroutine. */
public final class Promises {
  private Promises() {}

  /**
   * The value of a promise; the calling coroutine rests until it is there.
   *
   * @throws BrowserException when the promise is rejected
   */
  @Async
  public static native <T extends JSObject> T await(JSPromise<T> promise);

  private static <T extends JSObject> void await(JSPromise<T> promise, AsyncCallback<T> callback) {
    promise.then(
        value -> {
          callback.complete(value);
          return null;
        },
        reason -> {
          callback.error(BrowserException.of(asObject(reason)));
          return null;
        });
  }

  @JSBody(params = "value", script = "return value;")
  private static native JSObject asObject(Object value);
}
