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
  OTHER;

  /** What is wrong when a value in this role is of the given kind, such as {@code a string}. */
  String refusal(String kind) {
    return switch (this) {
      case DOCUMENT -> "the JSON text is " + kind + ", not a GeoJSON object";
      case FEATURES -> "\"features\" is " + kind + ", not an array";
      case FEATURE -> "a member of \"features\" is " + kind + ", not a Feature";
      case GEOMETRY -> "a geometry is " + kind + ", not an object";
      case GEOMETRIES -> "\"geometries\" is " + kind + ", not an array";
      case PROPERTIES -> "\"properties\" is " + kind + ", not an object";
      case COORDINATES -> "\"coordinates\" is " + kind + ", not an array";
      case TYPE -> "\"type\" is " + kind + ", not a string";
      default -> "\"id\" is " + kind + ", neither a string nor a number";
    };
  }
}
