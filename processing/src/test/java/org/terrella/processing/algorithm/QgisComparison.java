package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKTWriter;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;
import org.terrella.processing.QgisTable;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.geometry.JtsGeometries;

/** A table of ours beside QGIS's answer: how they differ. */
final class QgisComparison {
  /** How far apart numbers may be, relative to their size; vertices lie within a map of 100. */
  private static final double TOLERANCE = 1e-9;

  /** How far apart vertices may be where their order is another. */
  private static final double COARSE = 1e-6;

  /** Kinds of differences that leave a feature the same to the eye. */
  private static final List<String> SLIGHT = List.of("measures", "order", "vertices");

  private final FeatureTable table;
  private final JsonArray rows;
  private final boolean multi;

  private QgisComparison(FeatureTable table, JsonObject answer) {
    this.table = table;
    rows = answer.array("rows");
    multi = answer.string("geometry").startsWith("Multi");
  }

  /**
   * The first difference of each kind, as {@code kind: words}; none where all is equal. Kinds:
   * {@code fields} (names, types, their order), {@code count}, {@code value}, {@code rows} (another
   * order of features), {@code presence}, {@code type} (of a geometry), {@code measures} (M is
   * missing there), {@code ordinates} (Z or M), {@code order} (of vertices or parts), {@code
   * vertices} (others on the same lines), {@code shape}.
   */
  static List<String> differences(FeatureTable table, JsonObject answer) {
    Map<String, String> all = new LinkedHashMap<>();
    String ours = fields(table);
    String theirs = answer.array("fields").toString();
    if (!ours.equals(theirs)) {
      all.put("fields", ours + " for " + theirs);
    }
    int count = answer.array("rows").size();
    if (count == table.size()) {
      all.putAll(new QgisComparison(table, answer).ofRows());
    } else {
      all.put("count", table.size() + " for " + count);
    }
    List<String> texts = new ArrayList<>();
    all.forEach((kind, example) -> texts.add(kind + ": " + example));
    return texts;
  }

  private static String fields(FeatureTable table) {
    List<JsonArray> fields = new ArrayList<>();
    for (Field field : table.fields()) {
      fields.add(JsonArray.ofStrings(List.of(field.name(), field.type().label())));
    }
    return JsonArray.of(fields).toString();
  }

  private Map<String, String> ofRows() {
    Map<String, String> inOrder = new LinkedHashMap<>();
    for (int row = 0; row < table.size(); row++) {
      ofRow(row, row).forEach(inOrder::putIfAbsent);
    }
    return SLIGHT.containsAll(inOrder.keySet()) ? inOrder : inAnyOrder(inOrder);
  }

  private Map<String, String> inAnyOrder(Map<String, String> inOrder) {
    List<Integer> left = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      left.add(row);
    }
    Map<String, String> all = new LinkedHashMap<>();
    for (int row = 0; row < table.size(); row++) {
      Integer same = null;
      for (Integer other : left) {
        if (SLIGHT.containsAll(ofRow(row, other).keySet())) {
          same = other;
          break;
        }
      }
      if (same == null) {
        return inOrder;
      }
      left.remove(same);
      ofRow(row, same).forEach(all::putIfAbsent);
    }
    all.put("rows", inOrder.values().iterator().next());
    return all;
  }

  private Map<String, String> ofRow(int row, int other) {
    Map<String, String> all = new LinkedHashMap<>();
    JsonArray values = rows.array(other).array(1);
    for (int i = 0; i < Math.min(values.size(), table.columns().size()); i++) {
      Column column = table.columns().get(i);
      JsonValue value = QgisTable.json(column.value(row));
      if (!equal(value, values.get(i))) {
        String field = column.field().name();
        all.putIfAbsent("value", field + "[" + row + "] " + value + " for " + values.get(i));
      }
    }
    Geometry theirs = geometry(rows.array(other).get(0));
    Geometry ours = likeThat(JtsGeometries.of(table.geometry(), row), theirs);
    String difference = difference(ours, theirs);
    if (!difference.isEmpty()) {
      all.put(difference, "[" + row + "] " + text(ours) + " for " + text(theirs));
    }
    return all;
  }

  /** In layers of multi geometries QGIS leaves single ones as they are while in memory. */
  private Geometry likeThat(Geometry ours, Geometry theirs) {
    boolean single = theirs != null && !(theirs instanceof GeometryCollection);
    return multi && single && ours instanceof GeometryCollection && ours.getNumGeometries() == 1
        ? ours.getGeometryN(0)
        : ours;
  }

  static boolean equal(JsonValue ours, JsonValue theirs) {
    if (ours instanceof JsonNumber a && theirs instanceof JsonNumber b) {
      return near(a.doubleValue(), b.doubleValue());
    }
    if (ours instanceof JsonString a && theirs instanceof JsonString b) {
      return a.value().equals(b.value()) || b.value().replace(".000", "").equals(a.value());
    }
    return ours.equals(theirs);
  }

  private static String difference(Geometry ours, Geometry theirs) {
    boolean none = theirs == null || theirs.isEmpty();
    if (ours == null || ours.isEmpty() || none) {
      return (ours == null || ours.isEmpty()) == none ? "" : "presence";
    }
    if (!ours.getGeometryType().equals(theirs.getGeometryType())) {
      return "type";
    }
    if (ours.equalsExact(theirs, TOLERANCE * 100)) {
      return ofOrdinates(ours.getCoordinates(), theirs.getCoordinates());
    }
    if (ours.norm().equalsExact(theirs.norm(), COARSE)) {
      return "order";
    }
    return covers(ours, theirs) && covers(theirs, ours) ? "vertices" : "shape";
  }

  private static String ofOrdinates(Coordinate[] ours, Coordinate[] theirs) {
    String difference = "";
    for (int i = 0; i < ours.length; i++) {
      if (!near(ours[i].getZ(), theirs[i].getZ())) {
        return "ordinates";
      }
      if (!near(ours[i].getM(), theirs[i].getM())) {
        difference = Double.isNaN(theirs[i].getM()) ? "measures" : "ordinates";
      }
    }
    return difference;
  }

  /** Whether all vertices of one lie on the lines of the other. */
  private static boolean covers(Geometry a, Geometry b) {
    Geometry lines = a.getDimension() == 2 ? a.getBoundary() : a;
    for (Coordinate vertex : b.getCoordinates()) {
      if (!(lines.distance(JtsGeometries.FACTORY.createPoint(vertex)) < COARSE)) {
        return false;
      }
    }
    return true;
  }

  private static boolean near(double a, double b) {
    return Double.compare(a, b) == 0 || Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(b));
  }

  private static Geometry geometry(JsonValue wkb) {
    if (wkb instanceof JsonNull) {
      return null;
    }
    try {
      return new WKBReader().read(WKBReader.hexToBytes(((JsonString) wkb).value()));
    } catch (IllegalArgumentException e) {
      // Vertices that are no numbers.
      return null;
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String text(Geometry geometry) {
    return geometry == null ? "null" : new WKTWriter(4).write(geometry);
  }
}
