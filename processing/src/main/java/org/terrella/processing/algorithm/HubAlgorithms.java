package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.terrella.error.TerrellaException;
import org.terrella.exact.DoubleText;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.geometry.Antimeridian;
import org.terrella.processing.geometry.JtsGeometries;
import org.terrella.processing.geometry.Lengths;
import org.terrella.processing.geometry.Neighbours;
import org.terrella.processing.geometry.Sequences;

/** Algorithms that join the features of a layer to hubs, the features of another. */
final class HubAlgorithms {
  private static final String HUBS = "HUBS";
  private static final double[] METERS = {1, 0.3048, 1609.344, 1000};
  private static final int LAYER_UNITS = 4;

  /** A way round the globe has four million vertices then. */
  private static final double SHORTEST = 10;

  private HubAlgorithms() {}

  static List<Algorithm> all() {
    return List.of(nearest(false), nearest(true), lines());
  }

  /** The hub whose bounding box is nearest to the middle of a feature's, as in QGIS. */
  private static Algorithm nearest(boolean lines) {
    return FeatureAlgorithm.of(
            Declared.in(
                "vectoranalysis",
                lines ? "qgis:distancetonearesthublinetohub" : "qgis:distancetonearesthubpoints",
                lines
                    ? "Distance to nearest hub (line to hub)"
                    : "Distance to nearest hub (points)",
                (lines ? "Lines from features to" : "Points of features with the name of")
                    + " the nearest hub, with the distance.",
                "Hub distance",
                ParameterDescription.source("INPUT", "Source points layer"),
                ParameterDescription.source(HUBS, "Destination hubs layer"),
                ParameterDescription.field("FIELD", "Hub layer name attribute", HUBS),
                ParameterDescription.choice(
                    "UNIT",
                    "Measurement unit",
                    List.of("Meters", "Feet", "Miles", "Kilometers", "Layer units"))),
            (feature, sink) -> {
              Parameters parameters = feature.parameters();
              FeatureTable table = parameters.source(HUBS);
              Neighbours hubs = parameters.shared(HUBS, () -> new Neighbours(table, true));
              Coordinate from = feature.geometry().getEnvelopeInternal().centre();
              Geometry place = JtsGeometries.FACTORY.createPoint(from);
              List<Integer> rows = hubs.nearest(place, 1, Double.POSITIVE_INFINITY);
              if (rows.isEmpty()) {
                sink.add(feature.row(), null);
                return;
              }
              int hub = rows.get(0);
              Coordinate to = hubs.geometry(hub).getEnvelopeInternal().centre();
              Object name = table.column(parameters.field("FIELD")).value(hub);
              double distance = distance(feature, from, to);
              sink.add(
                  feature.row(),
                  lines ? line(from, to) : place,
                  name == null ? null : text(name),
                  distance);
            })
        .adding(
            (input, parameters) ->
                List.of(
                    new Field("HubName", FieldType.STRING), new Field("HubDist", FieldType.REAL)));
  }

  private static LineString line(Coordinate from, Coordinate to) {
    return JtsGeometries.FACTORY.createLineString(new Coordinate[] {from, to});
  }

  private static String text(Object value) {
    return value instanceof Double number ? DoubleText.write(number) : value.toString();
  }

  private static double distance(Feature feature, Coordinate from, Coordinate to) {
    int unit = feature.parameters().choice("UNIT");
    Lengths lengths = Lengths.of(feature.table().crs());
    if (unit == LAYER_UNITS) {
      return lengths.between(from, to);
    }
    if (!(lengths.metersPerUnit() > 0)) {
      throw TerrellaException.invalid(
          "Parameter UNIT must be \"Layer units\" for a layer whose coordinate reference system is"
              + " not known.");
    }
    return lengths.between(from, to) * lengths.metersPerUnit() / METERS[unit];
  }

  /** Of each hub, in order, a line to each spoke with the same value, nulls among them. */
  private static Algorithm lines() {
    AlgorithmDescription description =
        AlgorithmDescription.of(
                "native:hublines",
                "Join by lines (hub lines)",
                "vectoranalysis",
                "Lines from hubs to the features of another layer that have the same value in a"
                    + " field.")
            .with(
                ParameterDescription.source(HUBS, "Hub layer"),
                ParameterDescription.field("HUB_FIELD", "Hub ID field", HUBS),
                ParameterDescription.fields("HUB_FIELDS", "Hub layer fields to copy", HUBS)
                    .asOptional(),
                ParameterDescription.source("SPOKES", "Spoke layer"),
                ParameterDescription.field("SPOKE_FIELD", "Spoke ID field", "SPOKES"),
                ParameterDescription.fields("SPOKE_FIELDS", "Spoke layer fields to copy", "SPOKES")
                    .asOptional(),
                ParameterDescription.flag("GEODESIC", "Create geodesic lines", false),
                ParameterDescription.distance(
                        "GEODESIC_DISTANCE", "Distance between vertices in kilometers", 1000, "")
                    .asDynamic(),
                ParameterDescription.flag(
                    "ANTIMERIDIAN_SPLIT", "Split lines at antimeridian", false),
                ParameterDescription.sink("OUTPUT", "Hub lines"));
    return TableAlgorithm.of(
            description,
            (hubs, parameters, progress) -> {
              FeatureTable spokes = parameters.source("SPOKES");
              List<String> kept = parameters.texts("HUB_FIELDS");
              List<String> chosen = parameters.texts("SPOKE_FIELDS");
              List<String> names =
                  chosen.isEmpty() ? spokes.fields().stream().map(Field::name).toList() : chosen;
              List<Field> fields = new ArrayList<>();
              names.forEach(name -> fields.add(spokes.column(name).field()));
              FeatureSink sink =
                  new FeatureSink(kept.isEmpty() ? hubs : hubs.withFields(kept), fields);
              Column own = hubs.column(parameters.field("HUB_FIELD"));
              Column others = spokes.column(parameters.field("SPOKE_FIELD"));
              boolean number = own.field().type().isNumeric() || others.field().type().isNumeric();
              Map<Object, List<Integer>> rows = new HashMap<>();
              for (int row = 0; row < spokes.size(); row++) {
                rows.computeIfAbsent(key(others, row, number), k -> new ArrayList<>()).add(row);
              }
              int stride = Math.max(hubs.geometry().stride(), spokes.geometry().stride());
              for (int hub = 0; hub < hubs.size(); hub++) {
                Coordinate from = point(hubs, hub, stride);
                if (from == null) {
                  continue;
                }
                for (int spoke : rows.getOrDefault(key(own, hub, number), List.of())) {
                  Coordinate to = point(spokes, spoke, stride);
                  if (to != null) {
                    add(
                        sink,
                        hub,
                        spoke(from, to, hubs, parameters.at(hubs, hub)),
                        spokes,
                        names,
                        spoke);
                  }
                }
              }
              return Results.of(sink.build(description.label("OUTPUT")));
            })
        .inSlices();
  }

  private static void add(
      FeatureSink sink,
      int hub,
      Geometry line,
      FeatureTable spokes,
      List<String> names,
      int spoke) {
    sink.add(hub, line, Overlay.values(spokes, names, spoke));
  }

  private static Object key(Column column, int row, boolean number) {
    Object value = column.value(row);
    if (value == null) {
      return "";
    }
    if (number) {
      double real =
          value instanceof Number known
              ? known.doubleValue()
              : DoubleText.parseOrNaN(value.toString());
      return real == real ? (Object) (real + 0.0) : value;
    }
    return "=" + value;
  }

  /**
   * The place of a feature; null for none.
   *
   * @param stride of the lines: without a height or measure of its own a place has 0
   */
  private static Coordinate point(FeatureTable table, int row, int stride) {
    FeatureNames.requireFinite(table, row);
    Geometry geometry = JtsGeometries.of(table.geometry(), row);
    if (geometry == null || geometry.isEmpty()) {
      return null;
    }
    Coordinate place =
        geometry.getDimension() == 0 && geometry.getNumGeometries() == 1
            ? geometry.getCoordinate()
            : BoundsAlgorithms.inside(geometry).getCoordinate();
    double z = stride > 2 && place.getZ() != place.getZ() ? 0 : place.getZ();
    double m = Sequences.measure(place);
    return Sequences.at(place.x, place.y, z, stride > 3 && m != m ? 0 : m);
  }

  private static Geometry spoke(
      Coordinate from, Coordinate to, FeatureTable hubs, Parameters parameters) {
    boolean split = parameters.flag("ANTIMERIDIAN_SPLIT");
    if (!parameters.flag("GEODESIC")) {
      return split
          ? Antimeridian.of(hubs.crs(), "native:hublines").split(line(from, to))
          : line(from, to);
    }
    Distance interval = parameters.distance("GEODESIC_DISTANCE");
    double metres = interval.unit() == null ? interval.value() * 1000 : interval.meters();
    if (!(metres >= SHORTEST)) {
      throw TerrellaException.invalid(
          "Parameter GEODESIC_DISTANCE of native:hublines must be at least 10 meters.");
    }
    return Antimeridian.of(hubs.crs(), "native:hublines").geodesic(from, to, metres, split);
  }
}
