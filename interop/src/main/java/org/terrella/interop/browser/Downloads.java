package org.terrella.interop.browser;

import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.file.Blob;

/** Files of the web, fetched as a whole. */
public interface Downloads extends JSObject {
  /**
   * Begins to fetch a file.
   *
   * @param unlessTiff whether to end as soon as the first bytes are those of a TIFF; the file is
   *     null then
   */
  Download startDownload(String url, boolean unlessTiff, Progress heard);

  /** Hears of bytes that have come. */
  @JSFunctor
  interface Progress extends JSObject {
    /**
     * So much is there.
     *
     * @param total all bytes, or 0 when that is not known
     */
    void heard(double come, double total);
  }

  /** A file on its way. */
  interface Download extends JSObject {
    @JSProperty
    JSPromise<Blob> getFile();

    void end();
  }
}
