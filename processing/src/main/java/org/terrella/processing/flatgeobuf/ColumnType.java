package org.terrella.processing.flatgeobuf;

import org.terrella.processing.feature.FieldType;

/** Attribute types of FlatGeobuf in the order of their codes. */
enum ColumnType {
  BYTE(1, FieldType.INTEGER),
  UBYTE(1, FieldType.INTEGER),
  BOOL(1, FieldType.BOOLEAN),
  SHORT(2, FieldType.INTEGER),
  USHORT(2, FieldType.INTEGER),
  INT(4, FieldType.INTEGER),
  UINT(4, FieldType.INTEGER64),
  LONG(8, FieldType.INTEGER64),
  ULONG(8, FieldType.INTEGER64),
  FLOAT(4, FieldType.REAL),
  DOUBLE(8, FieldType.REAL),
  STRING(0, FieldType.STRING),
  JSON(0, FieldType.JSON),
  DATE_TIME(0, FieldType.DATE_TIME),
  BINARY(0, FieldType.BINARY);

  private static final ColumnType[] ALL = values();

  /** Bytes of a value, or 0 for a length of four bytes and as many bytes as it says. */
  final int size;

  final FieldType fieldType;

  ColumnType(int size, FieldType fieldType) {
    this.size = size;
    this.fieldType = fieldType;
  }

  /** The type of a code, or null. */
  static ColumnType ofCode(int code) {
    return code < ALL.length ? ALL[code] : null;
  }

  static ColumnType of(FieldType type) {
    return switch (type) {
      case BOOLEAN -> BOOL;
      case INTEGER -> INT;
      case INTEGER64 -> LONG;
      case REAL -> DOUBLE;
      case STRING -> STRING;
      case DATE, TIME, DATE_TIME -> DATE_TIME;
      case JSON -> JSON;
      case BINARY -> BINARY;
    };
  }
}
