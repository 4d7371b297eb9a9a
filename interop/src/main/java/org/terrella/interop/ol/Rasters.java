package org.terrella.interop.ol;

import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSString;
import org.teavm.jso.file.Blob;

/** Rasters, which a worker of their own reads and paints. */
public interface Rasters extends JSObject {
  /**
   * Opens a raster, once by key; the promise fails with an error whose name is a code.
   *
   * @param spec JSON {@code {url?, min?, max?, nodata?, variable?, step?}}
   * @param file null for what is fetched from the address by ranges
   * @return JSON {@code {width, height, bands, crs: {id, definition}, extent, overviews, look,
   *     warnings}}
   */
  JSPromise<JSString> openRaster(String key, String spec, Blob file, Warning warn);

  void dropRaster(String key);

  /**
   * The map's layer of a raster that is open.
   *
   * @param systems code and definition of the raster's system, then of the map's
   */
  Services.ServiceLayer rasterLayer(String key, String description, String[] systems);

  /** Hears what is not as it should be. */
  @JSFunctor
  interface Warning extends JSObject {
    void that(String text);
  }
}
