package org.terrella.processing.algorithm;

import java.util.List;
import java.util.Locale;
import org.terrella.error.TerrellaException;

/** The units that a distance can name, as QGIS has them. */
public enum DistanceUnit {
  METERS(1, "meter", "meters", "metre", "metres", "m"),
  KILOMETERS(1000, "kilometer", "kilometers", "kilometre", "kilometres", "km"),
  CENTIMETERS(0.01, "centimeter", "centimeters", "centimetre", "centimetres", "cm"),
  MILLIMETERS(0.001, "millimeter", "millimeters", "millimetre", "millimetres", "mm"),
  FEET(0.3048, "foot", "feet", "ft", "international foot", "international feet"),
  US_SURVEY_FEET(1200.0 / 3937, "us survey foot", "us survey feet", "feetussurvey", "us-ft"),
  YARDS(0.9144, "yard", "yards", "yd"),
  MILES(1609.344, "mile", "miles", "mi"),
  NAUTICAL_MILES(1852, "nautical mile", "nautical miles", "nauticalmile", "nauticalmiles", "nm"),
  INCHES(0.0254, "inch", "inches", "in"),
  DEGREES(0, "degree", "degrees", "deg");

  private final double meters;
  private final List<String> names;

  DistanceUnit(double meters, String... names) {
    this.meters = meters;
    this.names = List.of(names);
  }

  /** Length in metres; 0 for degrees. */
  public double meters() {
    return meters;
  }

  /** The plural that the scripting contract uses, for example {@code nautical miles}. */
  public String label() {
    return names.get(1);
  }

  /**
   * The unit of that name, singular or plural, whatever the case.
   *
   * @throws TerrellaException invalid-argument naming the unit and those there are
   */
  public static DistanceUnit ofName(String name) {
    String wanted = name.trim().toLowerCase(Locale.ROOT).replace('_', ' ');
    StringBuilder known = new StringBuilder();
    for (DistanceUnit unit : values()) {
      if (unit.names.contains(wanted)) {
        return unit;
      }
      known.append(known.length() == 0 ? "" : ", ").append(unit.label());
    }
    throw TerrellaException.invalid(
        "\"" + name + "\" is not a unit of length; there are " + known + ".");
  }
}
