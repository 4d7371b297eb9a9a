package org.terrella.interop.ol;

import org.teavm.jso.JSObject;

/** GeoJSON from one projection to another. */
public interface GeoJsonTransforms extends JSObject {
  /** A feature collection in another projection; both collections as JSON. */
  String transformGeoJson(String collection, String from, String to);
}
