package org.terrella.interop.browser;

import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSBoolean;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSString;

/** The app's own files, kept by the browser for a visit without a network. */
public interface Offline extends JSObject {
  /** Whether this page may keep them: a site's own page, not one on disk or in a frame. */
  boolean isPossible();

  /** Whether all of them are kept, not only what the first map needs. */
  boolean isWhole();

  /**
   * Begins to keep what the first map needs, and to look for new versions.
   *
   * @param beside addresses of the open map and its data, where it is none of this browser's
   */
  JSPromise<JSObject> begin(String[] beside, Ready ready);

  /** Looks for a new version; whether one is there that the next page gets. */
  JSPromise<JSBoolean> update();

  /**
   * JSON: {@code {version, whole, fetch, size}}; the bytes of what is missing, to fetch and to
   * keep.
   */
  JSPromise<JSString> state();

  /** Keeps all files. */
  JSPromise<JSObject> keepAll(Publishing.Told told);

  /** Keeps only what the first map needs. */
  JSPromise<JSObject> removeAll();

  /** Hears that a new version is there. */
  @JSFunctor
  interface Ready extends JSObject {
    void heard();
  }
}
