package org.terrella.interop.browser;

import org.teavm.jso.JSClass;
import org.teavm.jso.JSModule;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSTopLevel;
import org.teavm.jso.core.JSPromise;
import org.terrella.interop.color.Colors;
import org.terrella.interop.ol.GeoJsonTransforms;
import org.terrella.interop.ol.ProjectionDefinitions;
import org.terrella.interop.ol.Rasters;
import org.terrella.interop.ol.RemoteExtents;
import org.terrella.interop.ol.Services;
import org.terrella.interop.tools.About;
import org.terrella.interop.tools.Tools;

/** Modules that are fetched when they are first needed. */
@JSClass
public abstract class Lazy implements JSObject {
  @JSTopLevel
  @JSModule("terrella:lazy")
  public static native JSPromise<ProjectionDefinitions> loadProjections();

  @JSTopLevel
  @JSModule("terrella:lazy")
  public static native JSPromise<Colors> loadColors();

  @JSTopLevel
  @JSModule("terrella:lazy")
  public static native JSPromise<JSObject> loadControls();

  @JSTopLevel
  @JSModule("terrella:lazy")
  public static native JSPromise<GeoJsonTransforms> loadGeoJson();

  @JSTopLevel
  @JSModule("terrella:lazy")
  public static native JSPromise<Services> loadServices();

  @JSTopLevel
  @JSModule("terrella:lazy")
  public static native JSPromise<Downloads> loadDownloads();

  @JSTopLevel
  @JSModule("terrella:lazy")
  public static native JSPromise<Rasters> loadRasters();

  @JSTopLevel
  @JSModule("terrella:lazy")
  public static native JSPromise<Tools> loadTools();

  @JSTopLevel
  @JSModule("terrella:lazy")
  public static native JSPromise<Publishing> loadPublishing();

  @JSTopLevel
  @JSModule("terrella:lazy")
  public static native JSPromise<About> loadAbout();

  @JSTopLevel
  @JSModule("terrella:lazy")
  public static native JSPromise<Offline> loadOffline();

  @JSTopLevel
  @JSModule("terrella:lazy")
  public static native JSPromise<Figures> loadFigures();

  @JSTopLevel
  @JSModule("terrella:lazy")
  public static native JSPromise<RemoteExtents> loadRemote();
}
