package org.terrella.processing.algorithm;

import java.util.List;

/** Descriptions of the usual shape: a layer, what is to be known, and a new layer. */
final class Declared {
  static final String INPUT = "INPUT";
  static final List<String> JOINS = List.of("Round", "Miter", "Bevel");

  private Declared() {}

  /** A layer whose features may be anything. */
  static ParameterDescription any() {
    return ParameterDescription.source(INPUT, "Input layer");
  }

  /** A layer that needs no geometry at all. */
  static ParameterDescription table() {
    return ParameterDescription.source(INPUT, "Input layer", 5);
  }

  static ParameterDescription points() {
    return ParameterDescription.source(INPUT, "Input layer", 0);
  }

  static ParameterDescription lines() {
    return ParameterDescription.source(INPUT, "Input layer", 1);
  }

  static ParameterDescription polygons() {
    return ParameterDescription.source(INPUT, "Input layer", 2);
  }

  static ParameterDescription linesOrPolygons() {
    return ParameterDescription.source(INPUT, "Input layer", 1, 2);
  }

  /** A length of at least 0, in the units of the input. */
  static ParameterDescription length(String name, String label, double value) {
    return ParameterDescription.distance(name, label, value, INPUT).atLeast(0);
  }

  /** A difference of coordinates, in the units of the input. */
  static ParameterDescription shift(String name, String label, double value) {
    return ParameterDescription.distance(name, label, value, INPUT);
  }

  static ParameterDescription number(String name, String label, double value) {
    return ParameterDescription.number(name, label, value);
  }

  /** A description of group vectorgeometry. */
  static AlgorithmDescription geometry(
      String id,
      String name,
      String help,
      String output,
      ParameterDescription source,
      ParameterDescription... more) {
    return in("vectorgeometry", id, name, help, output, source, more);
  }

  static AlgorithmDescription in(
      String group,
      String id,
      String name,
      String help,
      String output,
      ParameterDescription source,
      ParameterDescription... more) {
    return AlgorithmDescription.of(id, name, group, help)
        .with(source)
        .with(more)
        .with(ParameterDescription.sink("OUTPUT", output));
  }

  /** A description of group vectortable. */
  static AlgorithmDescription table(
      String id, String name, String help, String output, ParameterDescription... more) {
    return in("vectortable", id, name, help, output, table(), more);
  }
}
