package org.terrella.interop.ol;

import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSString;
import org.teavm.jso.file.Blob;
import org.terrella.interop.browser.Downloads;

/** Rasters, which a worker of their own reads and paints. */
public interface Rasters extends JSObject {
  /**
   * Opens a raster, once by key; the promise fails with an error whose name is a code.
   *
   * @param spec JSON {@code {files: [{url, min?, max?, nodata?}], folder?, variable?, bands?,
   *     step?, world?, prj?}}; the bands of the files follow each other
   * @param files null for what is fetched from the address in parts
   * @return JSON {@code {width, height, bands, crs: {id, definition}, extent, overviews, look,
   *     warnings}}
   */
  JSPromise<JSString> openRaster(
      String key, String spec, JSArray<Blob> files, Warning warn, Progress heard);

  /** Gives up the opening of a raster, if it is being opened. */
  void cancelRaster(String key);

  /**
   * Reads the whole of an open raster into a plain TIFF without a CRS.
   *
   * @param picture whether the colours that the map shows are written instead of the values
   * @param heard hears which share of 1 is done
   */
  Downloads.Download writeRaster(String key, boolean picture, Downloads.Progress heard);

  void dropRaster(String key);

  /**
   * The map's layer of a raster that is open.
   *
   * @param systems code and definition of the raster's system, then of the map's
   */
  Services.ServiceLayer rasterLayer(String key, String description, String[] systems);

  /** Hears how many bytes have come from the web. */
  @JSFunctor
  interface Progress extends JSObject {
    void that(double bytes);
  }

  /** Hears what is not as it should be. */
  @JSFunctor
  interface Warning extends JSObject {
    void that(String text);
  }
}
