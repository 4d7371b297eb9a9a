package org.terrella.processing.geojson;

/** An object or array of GeoJSON that is still open, and what its members have told so far. */
final class Frame {
  final Role role;
  final boolean outer;
  Role next = Role.OTHER;
  String type = "";
  boolean hasFeatures;
  boolean hasGeometries;
  boolean hasCoordinates;
  // Members whose meaning depends on a type that is not known yet, as JSON text.
  byte[] lateGeometry;
  byte[] lateProperties;
  byte[] lateGeometries;
  String id;

  Frame(Role role, boolean outer) {
    this.role = role;
    this.outer = outer;
  }
}
