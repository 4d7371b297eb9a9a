package org.terrella.processing.algorithm;

/** The kinds of parameters, as in QGIS Processing. */
public enum ParameterType {
  /** A vector layer. */
  SOURCE("source"),
  /** A length, in the units of a layer unless it names its own. */
  DISTANCE("distance"),
  NUMBER("number"),
  STRING("string"),
  BOOLEAN("boolean"),
  /** One of a list of options. */
  ENUM("enum"),
  /** The name of a field, or names of several. */
  FIELD("field"),
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
}
