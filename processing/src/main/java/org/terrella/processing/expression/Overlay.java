package org.terrella.processing.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.FeatureTables;
import org.terrella.processing.geometry.FeatureIndex;
import org.terrella.processing.geometry.FeatureRelation;
import org.terrella.processing.geometry.NearestFeatures;

/**
 * The features of a layer that lie in some way to the feature that asks: whether there is one, or
 * what an expression is for each, in the order of the layer. A feature is none of its own
 * neighbours. Features are found by place, in the system of those that ask.
 */
final class Overlay extends Evaluator.Varying {
  private static final String PREFIX = "overlay_";

  private final Scope asking;
  private final Scope layer;
  private final String relation;
  private final Evaluator expression;
  private final Evaluator filter;
  private final Evaluator limit;
  private final Evaluator maxDistance;
  private final OverlapOptions overlap;
  private final boolean varying;
  private byte[] passes;
  private int[] nearRows;
  private NearestFeatures nearest;

  private Overlay(
      int position, Scope asking, String relation, boolean varying, Map<String, Evaluator> given) {
    super(position);
    this.asking = asking;
    this.relation = relation;
    this.varying = varying;
    layer = LayerArgument.scope(asking, given.get("layer"), true);
    expression = given.get("expression");
    filter = given.get("filter");
    limit = given.get("limit");
    maxDistance = given.get("max_distance");
    overlap = OverlapOptions.of(given, expression != null);
  }

  static void addTo(Functions functions) {
    String plain = "layer [expression] [filter] [limit] [cache]";
    String[][] rows = {
      {"intersects", "Whether a feature of a layer shares a point with this one"},
      {"contains", "Whether a feature of a layer lies in this one"},
      {"crosses", "Whether a feature of a layer crosses this one"},
      {"disjoint", "Whether no feature of a layer shares a point with this one"},
      {"equals", "Whether a feature of a layer has the vertices of this one"},
      {"touches", "Whether a feature of a layer touches this one"},
      {"within", "Whether this feature lies in one of a layer"}
    };
    for (String[] row : rows) {
      boolean first = row[0].equals("intersects");
      functions.addLazy(
          PREFIX + row[0],
          first
              ? plain
                  + " [min_overlap] [min_inscribed_circle_radius] [return_details]"
                  + " [sort_by_intersection_size]"
              : plain,
          row[1] + ", or an expression's values for these.",
          (call, out) -> {});
    }
    functions.addLazy(
        PREFIX + "nearest",
        "layer [expression] [filter] [limit] [max_distance] [cache]",
        "Whether a layer has a nearest feature, or an expression's values for the nearest ones.",
        (call, out) -> {});
  }

  static boolean isOne(Function function) {
    return function.name().startsWith(PREFIX);
  }

  /**
   * A call of such a function.
   *
   * @param varying whether arguments look at variables
   */
  static Evaluator of(
      int position, Scope asking, Function function, boolean varying, Evaluator[] arguments) {
    Map<String, Evaluator> given = new HashMap<>();
    for (int i = 0; i < arguments.length; i++) {
      boolean missing = arguments[i] instanceof LeftOut;
      if (!missing && !(arguments[i].isConstant() && arguments[i].at(-1).isNull())) {
        given.put(function.parameters().get(i), arguments[i]);
      }
    }
    String relation = function.name().substring(PREFIX.length());
    return new Overlay(position, asking, relation, varying, given);
  }

  @Override
  Value at(int row) {
    // NULL, where a feature has no geometry, lies to none in any way.
    Geometry geometry = asking.geometry(row);
    boolean placed = geometry != null && !geometry.isEmpty();
    if (varying) {
      passes = null;
      nearest = null;
    }
    try {
      int own = asking.rowIn(layer.layer(), row);
      double most = limit == null ? defaultLimit() : number(limit, row, "a number of features");
      if (relation.equals("disjoint")) {
        disjoint(placed ? geometry : null, own, most);
      } else if (!placed) {
        nothing();
      } else if (relation.equals("nearest")) {
        nearest(geometry, own, most, row);
      } else {
        related(geometry, own, most, row);
      }
    } catch (EvaluationException failure) {
      throw layer == asking ? failure : LayerArgument.failed(failure, layer, row);
    } catch (IllegalArgumentException collections) {
      throw error(row, "it does not take collections of different kinds of geometry");
    }
    return result;
  }

  private double defaultLimit() {
    return relation.equals("nearest") ? 1 : -1;
  }

  private double number(Evaluator argument, int row, String wanted) {
    Value number = argument.at(row).copy();
    if (!number.becomeNumber()) {
      throw error(row, number.quoted() + " is " + number.kind().phrase() + ", not " + wanted);
    }
    return number.real();
  }

  private void nothing() {
    if (expression == null) {
      result.set(false);
    } else {
      result.set(new ArrayList<Value>());
    }
  }

  /** Whether the filter lets a row of the layer pass; asked once for each. */
  private boolean passes(int row) {
    if (filter == null) {
      return true;
    }
    if (passes == null) {
      passes = new byte[layer.table().size()];
    }
    if (passes[row] == 0) {
      passes[row] = (byte) (filter.truth(row) == 1 ? 1 : 2);
    }
    return passes[row] == 1;
  }

  private FeatureIndex index() {
    return layer.layer().index(asking.table().crs(), asking.context().definitions());
  }

  private void related(Geometry geometry, int own, double most, int row) {
    FeatureIndex index = index();
    FeatureRelation relating = new FeatureRelation(index, geometry);
    OverlapOptions.Asked asked = overlap.at(this, row);
    List<Overlap> found = new ArrayList<>();
    for (int each : index.near(geometry.getEnvelopeInternal())) {
      boolean enough = most != -1 && found.size() >= most && !asked.sorts();
      if (enough || expression == null && !found.isEmpty()) {
        break;
      }
      if (each != own && passes(each) && holds(relating, index, geometry, each)) {
        Overlap measured = asked.measured(geometry, index.geometry(each), each);
        if (measured != null) {
          found.add(measured);
        }
      }
    }
    if (expression == null) {
      result.set(!found.isEmpty());
      return;
    }
    List<Value> values = new ArrayList<>();
    for (Overlap each : asked.sorted(found, most)) {
      Value value = expression.at(each.row()).copy();
      values.add(asked.details() ? each.described(id(each.row()), value) : value);
    }
    result.set(values);
  }

  private Value id(int row) {
    return new FeatureId(position, layer.table().ids(), layer.context().firstRow()).at(row);
  }

  private boolean holds(FeatureRelation relating, FeatureIndex index, Geometry geometry, int row) {
    return switch (relation) {
      case "contains" -> relating.contains(row);
      case "crosses" -> relating.crosses(row);
      case "equals" -> {
        Geometry other = index.geometry(row);
        yield other.getGeometryType().equals(geometry.getGeometryType())
            && other.equalsExact(geometry);
      }
      case "touches" -> relating.touches(row);
      case "within" -> relating.within(row);
      default -> relating.intersects(row);
    };
  }

  /** All but those that intersect, those without geometry among them. */
  private void disjoint(Geometry geometry, int own, double most) {
    FeatureIndex index = index();
    boolean[] meets = new boolean[index.size()];
    FeatureRelation relating = new FeatureRelation(index, geometry);
    boolean any = false;
    Envelope place = geometry == null ? new Envelope() : geometry.getEnvelopeInternal();
    for (int each : index.near(place)) {
      meets[each] = each != own && passes(each) && relating.intersects(each);
      any |= meets[each];
      if (any && expression == null) {
        break;
      }
    }
    if (expression == null) {
      result.set(!any);
      return;
    }
    List<Value> values = new ArrayList<>();
    for (int each = 0; each < meets.length && (most == -1 || values.size() < most); each++) {
      if (each != own && !meets[each] && passes(each)) {
        values.add(expression.at(each).copy());
      }
    }
    result.set(values);
  }

  private void nearest(Geometry geometry, int own, double most, int row) {
    prepareNearest();
    double reach = maxDistance == null ? 0 : number(maxDistance, row, "a distance");
    int wanted = most == -1 ? nearRows.length : (int) Math.min(nearRows.length, most);
    // One of those found may be the feature itself.
    int[] found =
        wanted <= 0
            ? new int[0]
            : nearest.of(
                geometry,
                own < 0 ? wanted : wanted + 1,
                reach > 0 ? reach : Double.POSITIVE_INFINITY);
    List<Value> values = new ArrayList<>();
    int count = 0;
    for (int i = 0; i < found.length && count < wanted; i++) {
      int each = nearRows[found[i]];
      if (each != own) {
        count++;
        if (expression != null) {
          values.add(expression.at(each).copy());
        }
      }
    }
    if (expression == null) {
      result.set(count > 0);
    } else {
      result.set(values);
    }
  }

  /** The features that pass the filter by place: without others, fewer are looked at. */
  private void prepareNearest() {
    if (nearest != null) {
      return;
    }
    FeatureTable table = layer.table();
    nearRows = new int[table.size()];
    int count = 0;
    for (int each = 0; each < nearRows.length; each++) {
      if (passes(each)) {
        nearRows[count++] = each;
      }
    }
    nearest =
        new NearestFeatures(
            count == nearRows.length
                ? index()
                : new FeatureIndex(FeatureTables.take(table, nearRows, count)));
    nearRows = Arrays.copyOf(nearRows, count);
  }
}
