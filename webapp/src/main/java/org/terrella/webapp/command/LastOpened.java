package org.terrella.webapp.command;

import org.teavm.jso.JSBody;

/** The document that was open last, for the next visit. */
public final class LastOpened {
  private LastOpened() {}

  /** Its path in the workspace; empty when there is none. */
  @JSBody(
      script =
          "try { return localStorage.getItem('terrella.last') || ''; } catch (none) { return ''; }")
  public static native String path();

  @JSBody(
      params = "path",
      script = "try { localStorage.setItem('terrella.last', path); } catch (none) { return; }")
  public static native void remember(String path);
}
