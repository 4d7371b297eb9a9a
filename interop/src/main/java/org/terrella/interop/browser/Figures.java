package org.terrella.interop.browser;

import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSString;
import org.teavm.jso.dom.html.HTMLElement;
import org.terrella.interop.ol.OlMap;

/** The map on paper. Layouts and specs are JSON; {@code figure.js} says what is in them. */
public interface Figures extends JSObject {
  /** A layout with all its members; fails with words where one does not fit. */
  JSPromise<JSString> completeLayout(String layout);

  /** A file of the figure, and what is to be said of it. */
  JSPromise<Publishing.Single> exportFigure(
      OlMap map, String spec, Recorder recorder, Publishing.Told told);

  /** Controls for a layout beside a picture of the figure. */
  Editor figureEditor(OlMap map, String layout, SpecOf spec, Recorder recorder);

  /** Has a layer painted as shapes. */
  @JSFunctor
  interface Recorder extends JSObject {
    JSPromise<JSObject> record(Literal request);
  }

  /** The spec of the figure that a layout makes. */
  @JSFunctor
  interface SpecOf extends JSObject {
    String of(String layout);
  }

  /** A layout under change. */
  interface Editor extends JSObject {
    @JSProperty
    HTMLElement getElement();

    String layout();

    String format();
  }
}
