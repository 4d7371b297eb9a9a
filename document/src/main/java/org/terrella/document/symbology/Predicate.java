package org.terrella.document.symbology;

import org.terrella.document.filter.Filter;
import org.terrella.document.filter.Filter.Operator;
import org.terrella.document.member.Members;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonBoolean;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;

/** A condition on features, in the terms of the grammar. */
public sealed interface Predicate {
  /** {@code geometryType}: {@code Point}, {@code LineString} or {@code Polygon}, single or many. */
  record GeometryType(String type) implements Predicate {}

  /** {@code hasField}: the feature has a value of a field. */
  record HasField(String field) implements Predicate {}

  /** {@code fieldEquals}, {@code fieldCompare} or {@code between}. */
  record Comparison(Filter filter) implements Predicate {}

  /** A condition that this version does not know; nothing fulfils it. */
  record Unsupported(JsonObject json) implements Predicate {}

  /** The field that is looked at; empty for none. */
  default String field() {
    if (this instanceof HasField has) {
      return has.field();
    }
    return this instanceof Comparison comparison ? comparison.filter().field() : "";
  }

  /** The condition for people, such as {@code mag > 5}. */
  default String label() {
    if (this instanceof GeometryType geometry) {
      return switch (geometry.type()) {
        case "Point" -> "Points";
        case "LineString" -> "Lines";
        case "Polygon" -> "Polygons";
        default -> geometry.type();
      };
    }
    if (this instanceof HasField has) {
      return has.field();
    }
    if (!(this instanceof Comparison comparison)) {
      return "?";
    }
    Filter filter = comparison.filter();
    return switch (filter.operator()) {
      case EQUAL -> filter.field() + " = " + Legend.format(filter.value());
      case NOT_EQUAL -> filter.field() + " ≠ " + Legend.format(filter.value());
      case AT_LEAST -> filter.field() + " ≥ " + Legend.format(filter.value());
      case AT_MOST -> filter.field() + " ≤ " + Legend.format(filter.value());
      case BETWEEN ->
          filter.field()
              + " "
              + Legend.format(filter.min(), 6)
              + " – "
              + Legend.format(filter.max(), 6);
      default ->
          filter.field() + " " + filter.operator().symbol() + " " + Legend.format(filter.value());
    };
  }

  /** The condition as an expression of OpenLayers' flat styles. */
  default JsonValue expression() {
    if (this instanceof GeometryType geometry) {
      return JsonArray.of(
          new JsonString("=="),
          JsonArray.of(new JsonString("geometry-type")),
          new JsonString(geometry.type()));
    }
    if (this instanceof HasField has) {
      return JsonArray.of(new JsonString("has"), new JsonString(has.field()));
    }
    return this instanceof Comparison comparison
        ? FilterExpression.of(comparison.filter())
        : JsonBoolean.FALSE;
  }

  /** The condition as jGIS writes it. */
  default JsonObject toJson() {
    if (this instanceof GeometryType geometry) {
      return typed("geometryType").with("value", geometry.type());
    }
    if (this instanceof HasField has) {
      return typed("hasField").with("field", has.field());
    }
    if (!(this instanceof Comparison comparison)) {
      return ((Unsupported) this).json();
    }
    Filter filter = comparison.filter();
    return switch (filter.operator()) {
      case EQUAL ->
          typed("fieldEquals").with("field", filter.field()).with("value", filter.value());
      case BETWEEN ->
          typed("between")
              .with("field", filter.field())
              .with("min", filter.min())
              .with("max", filter.max());
      default ->
          typed("fieldCompare")
              .with("field", filter.field())
              .with("op", filter.operator().symbol())
              .with("value", filter.value());
    };
  }

  /** The condition that jGIS wrote; what cannot be used comes back as {@link Unsupported}. */
  static Predicate of(JsonObject json) {
    try {
      return read(new Members(json, "$"));
    } catch (TerrellaException wrong) {
      return new Unsupported(json);
    }
  }

  private static Predicate read(Members in) {
    return switch (in.text("type")) {
      case "geometryType" -> new GeometryType(in.text("value"));
      case "hasField" -> new HasField(in.text("field"));
      case "fieldEquals" -> compare(in, Operator.EQUAL);
      case "fieldCompare" -> compare(in, Operator.of(in.text("op")));
      case "between" ->
          new Comparison(Filter.between(in.text("field"), in.number("min"), in.number("max")));
      default -> new Unsupported(in.json());
    };
  }

  private static Predicate compare(Members in, Operator operator) {
    JsonValue value = in.json().get("value");
    boolean ordered = operator != Operator.EQUAL && operator != Operator.NOT_EQUAL;
    if (operator == Operator.BETWEEN || ordered && !(value instanceof JsonNumber)) {
      return new Unsupported(in.json());
    }
    return new Comparison(new Filter(in.text("field"), operator, value, 0, 0));
  }

  private static JsonObject typed(String type) {
    return JsonObject.of().with("type", type);
  }
}
