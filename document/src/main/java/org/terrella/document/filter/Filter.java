package org.terrella.document.filter;

import java.util.Objects;
import org.terrella.document.member.Members;
import org.terrella.error.TerrellaException;
import org.terrella.exact.DoubleText;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;

/**
 * A comparison of a field. Numbers compare as numbers and texts as texts, by their characters; a
 * number and a text differ and have no order.
 *
 * @param value what the field is compared with, a text or a number; without use for {@code BETWEEN}
 * @param min least value of {@code BETWEEN}, inclusive; 0 for the others
 * @param max greatest value of {@code BETWEEN}, inclusive; 0 for the others
 */
public record Filter(String field, Operator operator, JsonValue value, double min, double max) {
  /** How a field is compared. */
  public enum Operator {
    EQUAL("=="),
    NOT_EQUAL("!="),
    GREATER(">"),
    LESS("<"),
    AT_LEAST(">="),
    AT_MOST("<="),
    BETWEEN("between");

    private final String symbol;

    Operator(String symbol) {
      this.symbol = symbol;
    }

    /** The operator as jGIS and OpenLayers write it. */
    public String symbol() {
      return symbol;
    }

    /**
     * The operator that is written so.
     *
     * @throws TerrellaException invalid-argument when there is none
     */
    public static Operator of(String symbol) {
      for (Operator operator : values()) {
        if (operator.symbol.equals(symbol)) {
          return operator;
        }
      }
      throw TerrellaException.invalid("There is no operator \"" + symbol + "\".");
    }
  }

  public Filter {
    Objects.requireNonNull(field);
    Objects.requireNonNull(operator);
    if (!(value instanceof JsonString) && !(value instanceof JsonNumber)) {
      throw TerrellaException.invalid(
          "The field \"" + field + "\" cannot be compared with " + value.kind() + ".");
    }
    if (!(min <= max)) {
      throw TerrellaException.invalid(
          "No value of \""
              + field
              + "\" lies between "
              + DoubleText.write(min)
              + " and "
              + DoubleText.write(max)
              + ".");
    }
  }

  public static Filter of(String field, Operator operator, double value) {
    return new Filter(field, operator, JsonNumber.of(value), 0, 0);
  }

  public static Filter of(String field, Operator operator, String value) {
    return new Filter(field, operator, new JsonString(value), 0, 0);
  }

  /** Values from one number to another, both included. */
  public static Filter between(String field, double min, double max) {
    return new Filter(field, Operator.BETWEEN, JsonNumber.of(0L), min, max);
  }

  /** Reads an item of {@code appliedFilters}; fails with the JSON path of what is wrong. */
  static Filter of(Members item) {
    Operator operator;
    try {
      operator = Operator.of(item.text("operator", "=="));
    } catch (TerrellaException unknown) {
      throw item.wrong("operator", unknown.getMessage().replace(".", ""));
    }
    String field = item.text("feature");
    if (operator == Operator.BETWEEN) {
      double min = item.number("betweenMin");
      return between(field, min, item.number("betweenMax", min, min, Double.MAX_VALUE));
    }
    if (!item.has("value")) {
      throw item.wrong("value", "missing");
    }
    JsonValue value = item.json().get("value");
    if (!(value instanceof JsonString) && !(value instanceof JsonNumber)) {
      throw item.wrong("value", value.kind() + " where a text or a number belongs");
    }
    return new Filter(field, operator, value, 0, 0);
  }

  JsonObject toJson() {
    JsonObject json =
        JsonObject.of()
            .with("feature", field)
            .with("operator", operator.symbol())
            .with("value", value);
    return operator == Operator.BETWEEN
        ? json.with("betweenMin", min).with("betweenMax", max)
        : json;
  }

  /**
   * Whether a feature is let through. A field that is missing or null fulfils {@code !=} and
   * nothing else.
   *
   * @param attribute the feature's value of the field, or {@code JsonNull}
   */
  public boolean matches(JsonValue attribute) {
    if (operator == Operator.EQUAL || operator == Operator.NOT_EQUAL) {
      return attribute.equals(value) == (operator == Operator.EQUAL);
    }
    if (operator == Operator.BETWEEN) {
      return attribute instanceof JsonNumber number
          && number.doubleValue() >= min
          && number.doubleValue() <= max;
    }
    int order;
    if (attribute instanceof JsonNumber one && value instanceof JsonNumber other) {
      order = Double.compare(one.doubleValue(), other.doubleValue());
    } else if (attribute instanceof JsonString one && value instanceof JsonString other) {
      order = one.value().compareTo(other.value());
    } else {
      return false;
    }
    return switch (operator) {
      case GREATER -> order > 0;
      case LESS -> order < 0;
      case AT_LEAST -> order >= 0;
      default -> order <= 0;
    };
  }
}
