package org.terrella.interop.browser;

import org.teavm.jso.JSBody;

/** In which shapes this page can hand maps over, which depends on where it comes from. */
public final class Shapes {
  private Shapes() {}

  /**
   * Whether maps can be made into something here.
   *
   * @param shape {@code single-file}, {@code folder}, {@code map-zip}, {@code research-object} or
   *     {@code figure}
   */
  @JSBody(params = "shape", script = "return window.terrellaSite.makes.includes(shape);")
  public static native boolean canMake(String shape);

  /** Whether the page is a published map. */
  @JSBody(script = "return Boolean(window.terrellaSite.published);")
  public static native boolean isPublished();
}
