package org.terrella.interop.ol;

import org.teavm.jso.JSObject;

/** Emphasis on a few features, and GeoJSON from one projection to another. */
public interface Highlights extends JSObject {
  /** A layer over all others on which features are emphasised. */
  Highlight createHighlight(OlMap map);

  /** A feature collection in another projection; both collections as JSON. */
  String transformGeoJson(String collection, String from, String to);

  /** The layer of emphasised features. */
  interface Highlight extends JSObject {
    void clear();

    /** Emphasises the features of a GeoJSON collection and no others. */
    void show(String collection, String from, String to);
  }
}
