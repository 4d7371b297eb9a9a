package org.terrella.processing.algorithm;

/** The kinds of parameters, as in QGIS Processing. */
public enum ParameterType {
  /** The features of a layer. */
  SOURCE("source"),
  /** A layer itself. */
  VECTOR("vector"),
  /** A layer of any kind; here its features. */
  LAYER("layer"),
  /** The features of any number of layers. */
  MULTILAYER("multilayer"),
  /** A length, in the units of a layer unless it names its own. */
  DISTANCE("distance"),
  NUMBER("number"),
  /** A time span, in the unit that its label names. */
  DURATION("duration"),
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
  /** A folder where texts would go; none are written. */
  FOLDER_DESTINATION("folderDestination"),
  /** Where a vector result goes, in the words of QGIS's GDAL provider. */
  VECTOR_DESTINATION("vectorDestination"),
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
    return isLayer() || this == MULTILAYER;
  }

  /** Whether its value is the features of one layer. */
  boolean isLayer() {
    return this == SOURCE || this == VECTOR || this == LAYER;
  }

  /** Whether its value is a place, which may name its system. */
  boolean isPlace() {
    return this == POINT || this == EXTENT;
  }

  /** Whether its value says where features go. */
  boolean isSink() {
    return this == SINK || this == VECTOR_DESTINATION;
  }
}
