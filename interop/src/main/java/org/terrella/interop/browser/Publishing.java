package org.terrella.interop.browser;

import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSString;
import org.teavm.jso.file.Blob;

/** Maps in the shape in which they are handed over. */
public interface Publishing extends JSObject {
  /**
   * A map as one HTML file.
   *
   * @param document a map document
   * @param names ids of the sources whose data are given
   * @param data their tables as FlatGeobuf
   * @param options JSON: {@code {title, engine, layers?, systems: {id: code}}}
   */
  JSPromise<Single> singleFile(
      String document, JSArray<JSString> names, JSArray<Blob> data, String options, Told told);

  /** A file, and what is to be said of it as JSON: {@code {left, parts}}. */
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
