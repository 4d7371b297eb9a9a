package org.terrella.interop.ol;

import org.teavm.jso.JSObject;

/** Projections beyond EPSG:4326 and EPSG:3857, computed by proj4. */
public interface ProjectionDefinitions extends JSObject {
  /**
   * Makes a system known.
   *
   * @param definition PROJ string, WKT or PROJJSON
   * @param area west, south, east, north in degrees of where it is used
   * @return why it cannot be made known; empty when it is
   */
  String defineProjection(String code, String definition, double[] area);

  /** The PROJ string of a system that was made known. */
  String projString(String code);

  boolean knowsProjection(String code);

  /** Metres per unit of a projected system, NaN of a geographic one. */
  double metersPerUnit(String code);
}
