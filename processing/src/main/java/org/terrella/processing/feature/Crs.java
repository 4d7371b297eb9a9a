package org.terrella.processing.feature;

import java.util.Objects;

/**
 * The coordinate reference system of a table, as far as computing needs to know it. Axis order is
 * always x (east, longitude) then y (north, latitude).
 *
 * @param id authority and code such as {@code EPSG:4326}; empty when unknown
 * @param definition WKT or PROJ string for systems without a code; may be empty
 * @param geographic whether coordinates are degrees of longitude and latitude
 * @param metersPerUnit length of one coordinate unit in metres; 0 when geographic or unknown
 */
public record Crs(String id, String definition, boolean geographic, double metersPerUnit) {
  public static final Crs UNKNOWN = new Crs("", "", false, 0);
  public static final Crs WGS84 = new Crs("EPSG:4326", "", true, 0);
  public static final Crs WEB_MERCATOR = new Crs("EPSG:3857", "", false, 1);

  public Crs {
    Objects.requireNonNull(id);
    Objects.requireNonNull(definition);
  }

  public boolean isKnown() {
    return !id.isEmpty() || !definition.isEmpty();
  }
}
