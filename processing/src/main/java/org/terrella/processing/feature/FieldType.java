package org.terrella.processing.feature;

/** The type of an attribute column. */
public enum FieldType {
  BOOLEAN,
  /** Whole numbers of 64 bits. */
  INTEGER,
  /** IEEE 754 double precision. */
  REAL,
  STRING,
  /** ISO 8601 calendar date, kept as text. */
  DATE,
  /** ISO 8601 date and time, kept as text. */
  DATE_TIME,
  /** A JSON object or array, kept as text. */
  JSON,
  /** Bytes, kept as base64 text. */
  BINARY;

  /** Whether the values of this type are kept as UTF-8 text. */
  public boolean isText() {
    return compareTo(STRING) >= 0;
  }

  public boolean isNumeric() {
    return this == INTEGER || this == REAL;
  }
}
