package org.terrella.processing.algorithm;

/** The kinds of parameters, as in QGIS Processing. */
public enum ParameterType {
  /** The features of a layer. */
  SOURCE("source"),
  /** A layer itself. */
  VECTOR("vector"),
  /** The features of any number of layers. */
  MULTILAYER("multilayer"),
  /** A length, in the units of a layer unless it names its own. */
  DISTANCE("distance"),
  NUMBER("number"),
  STRING("string"),
  BOOLEAN("boolean"),
  /** One of a list of options, or several. */
  ENUM("enum"),
  /** The name of a field, or names of several. */
  FIELD("field"),
  /** A text in QGIS's expression language. */
  EXPRESSION("expression"),
  /** Fields, each with the expression of its values. */
  FIELDS_MAPPING("fields_mapping"),
  /** Fields, each with an expression and what is to be made of its values in a group. */
  AGGREGATES("aggregates"),
  /** A rectangle. */
  EXTENT("extent"),
  POINT("point"),
  /** A coordinate reference system. */
  CRS("crs"),
  /** The way between two systems, as a text. */
  COORDINATE_OPERATION("coordinateoperation"),
  /** A list of values, row after row. */
  MATRIX("matrix"),
  /** A file to read. */
  FILE("file"),
  /** Where a report would go; none is written. */
  FILE_DESTINATION("fileDestination"),
  /** Where a vector result goes. */
  SINK("sink");

  private final String label;

  ParameterType(String label) {
    this.label = label;
  }

  /** QGIS's name, for example {@code source}. */
  public String label() {
    return label;
  }

  /** Whether its value is features, which come as tables and not as JSON. */
  boolean isFeatures() {
    return this == SOURCE || this == VECTOR || this == MULTILAYER;
  }
}
