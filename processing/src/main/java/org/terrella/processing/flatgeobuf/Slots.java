package org.terrella.processing.flatgeobuf;

import org.terrella.processing.feature.FieldType;

/** Numbers of the table fields in FlatGeobuf's schema (header.fbs and feature.fbs). */
final class Slots {
  static final int HEADER_NAME = 0;
  static final int HEADER_ENVELOPE = 1;
  static final int HEADER_GEOMETRY_TYPE = 2;
  static final int HEADER_HAS_Z = 3;
  static final int HEADER_HAS_M = 4;
  static final int HEADER_COLUMNS = 7;
  static final int HEADER_FEATURES_COUNT = 8;
  static final int HEADER_INDEX_NODE_SIZE = 9;
  static final int HEADER_CRS = 10;
  static final int HEADER_DESCRIPTION = 12;

  static final int COLUMN_NAME = 0;
  static final int COLUMN_TYPE = 1;
  static final int COLUMN_METADATA = 10;

  static final int CRS_ORG = 0;
  static final int CRS_CODE = 1;
  static final int CRS_WKT = 4;
  static final int CRS_CODE_STRING = 5;

  static final int FEATURE_GEOMETRY = 0;
  static final int FEATURE_PROPERTIES = 1;
  static final int FEATURE_COLUMNS = 2;

  static final int GEOMETRY_ENDS = 0;
  static final int GEOMETRY_XY = 1;
  static final int GEOMETRY_Z = 2;
  static final int GEOMETRY_M = 3;
  static final int GEOMETRY_TYPE = 6;
  static final int GEOMETRY_PARTS = 7;

  /**
   * Column metadata that mark the identifiers of the features; other programs see a plain column.
   */
  static final String FEATURE_ID_METADATA = "{\"role\":\"feature-id\"}";

  /** Column metadata that tell date-times, dates and times apart, for which there is one type. */
  static final String DATE_TIME_METADATA = "{\"type\":\"datetime\"}";

  static final String DATE_METADATA = "{\"type\":\"date\"}";
  static final String TIME_METADATA = "{\"type\":\"time\"}";

  private Slots() {}

  /** What the metadata of a column say it is, or null. */
  static FieldType declaredType(String metadata) {
    return switch (metadata) {
      case DATE_TIME_METADATA -> FieldType.DATE_TIME;
      case DATE_METADATA -> FieldType.DATE;
      case TIME_METADATA -> FieldType.TIME;
      default -> null;
    };
  }
}
