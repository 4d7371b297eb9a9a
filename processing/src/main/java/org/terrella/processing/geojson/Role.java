package org.terrella.processing.geojson;

/** What an open object or array is, or what the next value will be. */
enum Role {
  DOCUMENT,
  FEATURES,
  FEATURE,
  GEOMETRY,
  GEOMETRIES,
  PROPERTIES,
  PROPERTY,
  COORDINATES,
  TYPE,
  ID,
  NAME,
  CRS,
  OTHER
}
