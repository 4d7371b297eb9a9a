package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.terrella.exact.ExactMath;
import org.terrella.json.Json;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonValue;
import org.terrella.processing.classification.Classification;
import org.terrella.processing.classification.Statistics;
import org.terrella.processing.expression.ExpressionSamples;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.feature.GeometryColumn;
import org.terrella.processing.feature.GeometryColumnBuilder;
import org.terrella.processing.feature.Integer32Column;
import org.terrella.processing.geometry.JtsGeometries;
import org.terrella.processing.projection.Transformation;

/**
 * Runs a fixed set of computations and hashes the bits of each result. The JVM and every browser
 * must give the same lines; where they differ, the name says in what.
 */
public final class Fingerprints {
  private static final String METRIC = "{\"DISTANCE\": {\"value\": 25, \"unit\": \"kilometers\"}}";

  private static final String OWN =
      "{\"DISTANCE\": {\"type\": \"data_defined\", \"expression\": \"class + $id / 100\"}}";

  private long state = 0x9E3779B97F4A7C15L;
  private long hash;
  private final List<String> lines = new ArrayList<>();

  private Fingerprints() {}

  /** Lines of a name, a space and 16 hexadecimal digits: FNV-1a of the bits of the result. */
  public static List<String> lines() {
    Fingerprints prints = new Fingerprints();
    prints.arithmetic();
    prints.algorithms();
    prints.classifications();
    prints.everyAlgorithm();
    prints.expressions();
    prints.projections();
    return prints.lines;
  }

  /** To many systems and back, with a shift of the datum. */
  private void projections() {
    String placed = " +lat_0=47 +lat_1=44 +lat_2=52 +lon_0=9 +x_0=1000 +y_0=2000 +k_0=0.9999";
    for (String name :
        List.of(
            "aea", "aeqd", "bonne", "cass", "cea", "eck4", "eck6", "eqc", "eqdc", "eqearth", "gnom",
            "krovak", "laea", "lcc", "merc", "moll", "omerc", "poly", "robin", "sinu", "somerc",
            "stere", "sterea", "tmerc", "wintri")) {
      String system =
          "+proj=" + name + placed + " +alpha=30 +lonc=9 +ellps=bessel +towgs84=598,73,418,1,2,3,6";
      Transformation there = Transformation.of("+proj=longlat +datum=WGS84", system);
      Transformation back = Transformation.of(system, "+proj=longlat +datum=WGS84");
      begin();
      for (int i = 0; i < 100; i++) {
        double[] at = {20 * random(), 40 + 15 * random()};
        there.apply(at, 2, 0, 1);
        add(at[0]);
        add(at[1]);
        back.apply(at, 2, 0, 1);
        add(at[0]);
        add(at[1]);
      }
      end("projection:" + name);
    }
  }

  /** Xorshift (Marsaglia 2003), from 0 inclusive to 1 exclusive. */
  private double random() {
    state ^= state << 13;
    state ^= state >>> 7;
    state ^= state << 17;
    return (state >>> 11) * 0x1p-53;
  }

  private void begin() {
    hash = 0xCBF29CE484222325L;
  }

  private void add(double value) {
    addBits(value != value ? 0x7FF8000000000000L : Double.doubleToRawLongBits(value));
  }

  private void addBits(long bits) {
    for (int shift = 0; shift < 64; shift += 8) {
      hash = (hash ^ ((bits >>> shift) & 0xFF)) * 0x100000001B3L;
    }
  }

  private void end(String name) {
    StringBuilder line = new StringBuilder(name).append(' ');
    for (int shift = 60; shift >= 0; shift -= 4) {
      line.append(Character.forDigit((int) (hash >>> shift) & 15, 16));
    }
    lines.add(line.toString());
  }

  private void arithmetic() {
    sweep("sin", ExactMath::sin);
    sweep("cos", ExactMath::cos);
    sweep("tan", ExactMath::tan);
    sweep("asin", ExactMath::asin);
    sweep("acos", ExactMath::acos);
    sweep("atan", ExactMath::atan);
    sweep("exp", ExactMath::exp);
    sweep("expm1", ExactMath::expm1);
    sweep("log", ExactMath::log);
    sweep("log1p", ExactMath::log1p);
    sweep("log10", ExactMath::log10);
    sweep("cbrt", ExactMath::cbrt);
    sweep("sinh", ExactMath::sinh);
    sweep("cosh", ExactMath::cosh);
    sweep("tanh", ExactMath::tanh);
    sweep("sqrt", ExactMath::sqrt);
    sweep("rint", ExactMath::rint);
    sweep("round", x -> (double) ExactMath.round(x));
    sweep("ceil", ExactMath::ceil);
    sweep("floor", ExactMath::floor);
    sweep("ulp", ExactMath::ulp);
    sweep("nextUp", ExactMath::nextUp);
    sweepPairs("atan2", ExactMath::atan2);
    sweepPairs("pow", ExactMath::pow);
    sweepPairs("hypot", ExactMath::hypot);
    sweepPairs("remainder", ExactMath::IEEEremainder);
    sweepPairs("min", ExactMath::min);
    sweepPairs("max", ExactMath::max);
  }

  /** Numbers of all sizes: near 1, some hundreds, and any bits at all. */
  private double sample(int i) {
    double unit = 2 * random() - 1;
    return switch (i % 5) {
      case 0 -> unit;
      case 1 -> unit * 700;
      case 2 -> Math.floor(unit * 20) / 2;
      case 3 -> unit * 1e-8;
      default -> Double.longBitsToDouble(state);
    };
  }

  private void sweep(String name, DoubleUnaryOperator function) {
    begin();
    for (int i = 0; i < 2000; i++) {
      add(function.applyAsDouble(sample(i)));
    }
    end("math:" + name);
  }

  private void sweepPairs(String name, DoubleBinaryOperator function) {
    begin();
    for (int i = 0; i < 2000; i++) {
      double x = sample(i);
      add(function.applyAsDouble(x, sample(i / 5)));
    }
    end("math:" + name);
  }

  private FeatureTable stars(Crs crs, int count, double side, double radius) {
    GeometryColumnBuilder geometry = new GeometryColumnBuilder();
    int[] classes = new int[count];
    for (int i = 0; i < count; i++) {
      double x = (random() - 0.5) * side;
      double y = (random() - 0.5) * side / 2.1;
      Coordinate[] ring = new Coordinate[33];
      for (int k = 0; k < 32; k++) {
        double reach = radius * (k % 2 == 0 ? 1 : 0.3 + 0.3 * random());
        double angle = k * ExactMath.PI / 16;
        ring[k] =
            new Coordinate(x + reach * ExactMath.cos(angle), y + reach * ExactMath.sin(angle));
      }
      ring[32] = ring[0];
      JtsGeometries.add(geometry, JtsGeometries.FACTORY.createPolygon(ring));
      classes[i] = i % 4;
    }
    Integer32Column column =
        new Integer32Column(new Field("class", FieldType.INTEGER), classes, null);
    return new FeatureTable("stars", crs, geometry.build(), List.of(column), null);
  }

  private void algorithms() {
    FeatureTable stars = stars(Crs.WEB_MERCATOR, 60, 80, 7);
    for (int cap = 0; cap < 3; cap++) {
      JsonObject corners =
          JsonObject.of().with("DISTANCE", 1.5).with("END_CAP_STYLE", cap).with("JOIN_STYLE", cap);
      areas("buffer:" + cap, "native:buffer", stars, corners);
    }
    areas("buffer:shrink", "native:buffer", stars, JsonObject.of().with("DISTANCE", -0.4));
    areas("buffer:own", "native:buffer", stars, Json.parseObject(OWN));
    areas("buffer:dissolve", "native:buffer", stars, JsonObject.of().with("DISSOLVE", true));
    areas("dissolve:all", "native:dissolve", stars, JsonObject.of());
    areas("dissolve:class", "native:dissolve", stars, JsonObject.of().with("FIELD", "class"));
    areas("centroids", "native:centroids", stars, JsonObject.of());
    JsonObject metric = Json.parseObject(METRIC);
    areas("geodesic:small", "native:buffer", stars(Crs.WGS84, 20, 358, 1), metric);
    areas("geodesic:large", "native:buffer", stars(Crs.WGS84, 2, 200, 9), metric);
  }

  /** The bits of all geometries and values, of every sink in turn. */
  private void run(String name, String id, JsonObject json, FeatureTable... tables) {
    Algorithm algorithm = Algorithms.get(id);
    Results results =
        AlgorithmRun.run(algorithm, AlgorithmRun.inputs(algorithm, tables), json, Progress.NONE);
    begin();
    for (FeatureTable result : results.tables().values()) {
      add(result.geometry());
    }
    end(name);
  }

  private void add(GeometryColumn geometry) {
    for (int part : geometry.partOffsets()) {
      addBits(part);
    }
    for (int vertex : geometry.vertexOffsets()) {
      addBits(vertex);
    }
    for (double ordinate : geometry.coordinates()) {
      add(ordinate);
    }
  }

  /** One run of each algorithm, with all that it gives. */
  private void everyAlgorithm() {
    FeatureTable stars = stars(Crs.WEB_MERCATOR, 30, 60, 7);
    SampleRuns samples =
        new SampleRuns(
            output("native:pointonsurface", stars), output("native:polygonstolines", stars), stars);
    for (Algorithm algorithm : Algorithms.all()) {
      Results results = samples.run(algorithm);
      begin();
      for (FeatureTable result : results.tables().values()) {
        add(result.geometry());
        result.columns().forEach(this::add);
      }
      for (JsonValue value : results.values().members().values()) {
        if (value instanceof JsonObject selection) {
          addBits(selection.string("rows").hashCode());
        } else {
          add(value instanceof JsonNumber number ? number.doubleValue() : 0);
        }
      }
      end(algorithm.description().id());
    }
  }

  private static FeatureTable output(String id, FeatureTable input) {
    Algorithm algorithm = Algorithms.get(id);
    return AlgorithmRun.run(
            algorithm, AlgorithmRun.inputs(algorithm, input), JsonObject.of(), Progress.NONE)
        .table("OUTPUT");
  }

  private void add(Column column) {
    for (int row = 0; row < column.size(); row++) {
      Object value = column.value(row);
      if (value instanceof Number number) {
        add(number.doubleValue());
      } else {
        addBits(value == null ? -1 : value.hashCode());
      }
    }
  }

  private void areas(String name, String id, FeatureTable input, JsonObject json) {
    run(name, id, json, input);
    Algorithm algorithm = Algorithms.get(id);
    GeometryColumn result =
        AlgorithmRun.run(algorithm, AlgorithmRun.inputs(algorithm, input), json, Progress.NONE)
            .table("OUTPUT")
            .geometry();
    begin();
    for (int row = 0; row < result.size(); row++) {
      Geometry geometry = JtsGeometries.of(result, row);
      add(geometry == null ? Double.NaN : geometry.getArea());
    }
    end(name + ":areas");
  }

  private void classifications() {
    double[] values = new double[3000];
    for (int i = 0; i < values.length; i++) {
      values[i] = ExactMath.exp(4 * random()) * (i % 50 == 0 ? Double.NaN : 1);
    }
    addClasses("classes:equal", Classification.equalInterval(values, 7));
    addClasses("classes:quantile", Classification.quantile(values, 7));
    addClasses("classes:jenks", Classification.jenks(values, 7));
    addClasses("classes:pretty", Classification.pretty(values, 7));
    begin();
    Statistics statistics = Statistics.of(values);
    add(statistics.mean());
    add(statistics.standardDeviation());
    end("statistics");
  }

  private void addClasses(String name, Classification classes) {
    begin();
    for (double bound : classes.upperBounds()) {
      add(bound);
    }
    end(name);
  }

  private void expressions() {
    for (ExpressionSamples.Sample sample : ExpressionSamples.all()) {
      begin();
      for (String answer : sample.answers()) {
        for (int i = 0; i < answer.length(); i++) {
          addBits(answer.charAt(i));
        }
        addBits('\n');
      }
      end("expression:" + sample.name());
    }
  }
}
