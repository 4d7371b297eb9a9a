package org.terrella.interop.ol;

import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSString;
import org.teavm.jso.file.Blob;

/** Services and archives of tiles that the user added. */
public interface Services extends JSObject {
  /**
   * Makes the map's layer of a service.
   *
   * @param spec JSON {@code {name, source: {type, parameters}, parameters, style}} in jGIS terms
   * @param file the file of the workspace that the source names, or null
   */
  JSPromise<ServiceLayer> createServiceLayer(OlMap map, String spec, Blob file, Tell tell);

  /** JSON {@code {title, layers: [{name, title, crs, note, source}]}}; kind is wms or wmts. */
  JSPromise<JSString> readCapabilities(String kind, String url, String crs);

  /** JSON {@code {vector, minZoom, maxZoom, extent, htmlAttribution}} of a PMTiles archive. */
  JSPromise<JSString> describeArchive(String url, Blob file);

  /** JSON array of the services that are known. */
  JSPromise<JSString> knownServices();

  /** Hears once why tiles of a layer cannot be shown. */
  @JSFunctor
  interface Tell extends JSObject {
    void because(boolean nothingDrawn, String message);
  }

  /** A layer on the map. */
  interface ServiceLayer extends JSObject {
    @JSProperty
    Layer getLayer();

    /** JSON of what the service says of itself; {@code extent} in degrees. */
    @JSProperty
    String getInfo();

    /** Takes over the looks of another spec of the same source. */
    void change(String spec);

    /**
     * JSON of the values of a raster's bands at a place in the map's system, null for no data; null
     * outside of it. Only layers of rasters have them.
     */
    JSPromise<JSString> values(double[] coordinate);
  }
}
