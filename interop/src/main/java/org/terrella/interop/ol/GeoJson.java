package org.terrella.interop.ol;

import org.teavm.jso.JSClass;
import org.teavm.jso.JSModule;
import org.teavm.jso.JSObject;
import org.terrella.interop.browser.Literal;

/** {@code ol/format/GeoJSON}, for the few features that are highlighted. */
@JSClass
@JSModule("terrella:ol")
public class GeoJson implements JSObject {
  public GeoJson() {}

  public native JSObject readFeatures(JSObject collection, Literal options);

  /** A feature collection as an object, in the projection that the options name. */
  public native JSObject writeFeaturesObject(JSObject features, Literal options);
}
