package org.terrella.processing.algorithm;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.terrella.exact.DoubleText;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.geometry.Lengths;
import org.terrella.processing.geometry.Network;

/** What ways cost, and in which direction they lead, by the parameters of network analysis. */
final class NetworkRules implements Network.Rules {
  private static final int FORWARD = 0;
  private static final int BACKWARD = 1;
  private static final int BOTH = 2;

  private final Parameters parameters;
  private final Lengths lengths;
  private final double metres;
  private final Column directions;
  private final Column speeds;
  private final boolean fastest;

  NetworkRules(FeatureTable lines, Parameters parameters) {
    this.parameters = parameters;
    lengths = Lengths.of(lines.crs());
    metres = lengths.metersPerUnit() > 0 ? lengths.metersPerUnit() : 1;
    String direction = parameters.field("DIRECTION_FIELD");
    directions = direction.isEmpty() ? null : lines.column(direction);
    String speed = parameters.field("SPEED_FIELD");
    speeds = speed.isEmpty() ? null : lines.column(speed);
    fastest = parameters.choice("STRATEGY") == 1;
  }

  /** The parameters that all have, behind which their own places come. */
  static AlgorithmDescription describe(String id, String name, String help) {
    return AlgorithmDescription.of(id, name, "networkanalysis", help)
        .with(
            ParameterDescription.source("INPUT", "Vector layer representing network", 1),
            ParameterDescription.choice(
                "STRATEGY", "Path type to calculate", 0, List.of("Shortest", "Fastest")),
            ParameterDescription.field("DIRECTION_FIELD", "Direction field", "INPUT").asOptional(),
            text("VALUE_FORWARD", "Value for forward direction"),
            text("VALUE_BACKWARD", "Value for backward direction"),
            text("VALUE_BOTH", "Value for both directions"),
            ParameterDescription.choice(
                "DEFAULT_DIRECTION",
                "Default direction",
                BOTH,
                List.of("Forward direction", "Backward direction", "Both directions")),
            ParameterDescription.field("SPEED_FIELD", "Speed field", "INPUT").asOptional(),
            ParameterDescription.number("DEFAULT_SPEED", "Default speed (km/h)", 50).atLeast(0),
            Declared.length("TOLERANCE", "Topology tolerance", 0));
  }

  private static ParameterDescription text(String name, String label) {
    return ParameterDescription.of(name, label, ParameterType.STRING).asOptional();
  }

  /** Hours at the speed of the line, or its length. */
  @Override
  public double cost(int row, Coordinate from, Coordinate to) {
    double length = lengths.between(from, to);
    return fastest ? length * metres / 1000 / speed(row) : length;
  }

  private double speed(int row) {
    Object value = speeds == null ? null : speeds.value(row);
    double speed =
        value instanceof Number number
            ? number.doubleValue()
            : value instanceof String text ? DoubleText.parseOrNaN(text) : Double.NaN;
    return speed > 0 ? speed : parameters.number("DEFAULT_SPEED");
  }

  @Override
  public boolean forward(int row) {
    return direction(row) != BACKWARD;
  }

  @Override
  public boolean backward(int row) {
    return direction(row) != FORWARD;
  }

  private int direction(int row) {
    Object value = directions == null ? null : directions.value(row);
    if (value != null) {
      String text = value instanceof Double real ? DoubleText.write(real) : value.toString();
      if (text.equals(parameters.optionalText("VALUE_BOTH"))) {
        return BOTH;
      } else if (text.equals(parameters.optionalText("VALUE_FORWARD"))) {
        return FORWARD;
      } else if (text.equals(parameters.optionalText("VALUE_BACKWARD"))) {
        return BACKWARD;
      }
    }
    return parameters.choice("DEFAULT_DIRECTION");
  }
}
