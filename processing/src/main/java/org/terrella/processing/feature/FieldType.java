package org.terrella.processing.feature;

import org.terrella.error.TerrellaException;

/** The type of an attribute column. */
public enum FieldType {
  BOOLEAN("boolean"),
  /** Whole numbers of 32 bits. */
  INTEGER("integer"),
  /** Whole numbers of 64 bits. */
  INTEGER64("integer64"),
  /** IEEE 754 double precision. */
  REAL("real"),
  STRING("text"),
  /** Calendar date of the proleptic Gregorian calendar. */
  DATE("date"),
  /** Time of day, to the microsecond. */
  TIME("time"),
  /** Date and time, to the microsecond, with or without an offset from UTC. */
  DATE_TIME("datetime"),
  /** A JSON object or array, kept as compact text. */
  JSON("json"),
  /** Bytes. */
  BINARY("binary");

  private final String label;

  FieldType(String label) {
    this.label = label;
  }

  /** The name by which the page and scripts know the type. */
  public String label() {
    return label;
  }

  /** The type of a {@link #label}. */
  public static FieldType ofLabel(String label) {
    for (FieldType type : values()) {
      if (type.label.equals(label)) {
        return type;
      }
    }
    throw TerrellaException.invalid("There is no field type \"" + label + "\".");
  }

  public boolean isNumeric() {
    return isInteger() || this == REAL;
  }

  public boolean isInteger() {
    return this == INTEGER || this == INTEGER64;
  }

  public boolean isTemporal() {
    return this == DATE || this == TIME || this == DATE_TIME;
  }
}
