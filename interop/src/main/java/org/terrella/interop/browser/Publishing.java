package org.terrella.interop.browser;

import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSBoolean;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSString;
import org.teavm.jso.file.Blob;

/** Maps in the shape in which they are handed over. */
public interface Publishing extends JSObject {
  /**
   * A map as one file.
   *
   * @param document a map document
   * @param names of the data that are given
   * @param data FlatGeobuf, PMTiles, GeoTIFF, or files as they are
   * @param options JSON: {@code {kind: "single-file" | "folder" | "map-zip" | "research-object",
   *     title, engine, layers?, data: [{key, layers: [id], projection, geometry, path, changed,
   *     kind: "fgb" | "pmtiles" | "tif" | ""}]}}, data in the order of their names
   */
  JSPromise<Single> publish(
      String document, JSArray<JSString> names, JSArray<Blob> data, String options, Told told);

  /** Whether a zip holds a map. */
  JSPromise<JSBoolean> holdsMap(Blob zip);

  /**
   * A file, and what is to be said of it as JSON: {@code {left, changed, stripped, parts,
   * warnings?}}.
   */
  interface Single extends JSObject {
    @JSProperty
    Blob getFile();

    @JSProperty
    String getReport();
  }

  /** Hears how far it is, and answers whether to go on. */
  @JSFunctor
  interface Told extends JSObject {
    boolean heard(double fraction, String what);
  }
}
