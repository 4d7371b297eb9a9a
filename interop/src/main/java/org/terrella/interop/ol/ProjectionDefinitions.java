package org.terrella.interop.ol;

import org.teavm.jso.JSObject;

/** Projections beyond EPSG:4326 and EPSG:3857, computed by proj4. */
public interface ProjectionDefinitions extends JSObject {
  boolean defineProjection(String code, String definition);

  boolean knowsProjection(String code);

  /** Metres per unit of a projected system, NaN of a geographic one. */
  double metersPerUnit(String code);
}
