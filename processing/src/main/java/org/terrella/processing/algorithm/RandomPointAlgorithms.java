package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.terrella.error.TerrellaException;
import org.terrella.exact.ExactMath;
import org.terrella.processing.expression.Expression;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.feature.GeometryColumn;
import org.terrella.processing.geometry.JtsGeometries;
import org.terrella.processing.geometry.Lengths;
import org.terrella.processing.geometry.LinePath;

/** Algorithms that scatter points. The same parameters give the same points, always. */
final class RandomPointAlgorithms {
  /** What is drawn from where no seed can be given. */
  private static final long SEED = 1;

  private static final String COUNT = "POINTS_NUMBER";
  private static final String DISTANCE = "MIN_DISTANCE";
  private static final Field ID = new Field("id", FieldType.INTEGER);

  private RandomPointAlgorithms() {}

  static List<Algorithm> all() {
    return List.of(
        inExtent(),
        inBounds(),
        alongLines(),
        insidePolygons(),
        perFeature(false),
        perFeature(true));
  }

  /** Features without a layer that they come from. */
  static FeatureTable nothing(Crs crs) {
    return new FeatureTable("", crs, GeometryColumn.none(0), List.of(), null);
  }

  private static ParameterDescription count(double most) {
    return ParameterDescription.integer(COUNT, "Number of points", 1).between(1, most);
  }

  private static ParameterDescription distance(String of, double most) {
    return ParameterDescription.distance(DISTANCE, "Minimum distance between points", 0, of)
        .between(0, most);
  }

  /** Draws points one after the other until there are enough, or all tries for one are in vain. */
  private static void scatter(
      FeatureSink sink, int count, double distance, int tries, Supplier<Coordinate> draw) {
    requireRoom("random points", count);
    PointSpacing spacing = new PointSpacing(distance);
    for (int i = 0; i < count; i++) {
      Coordinate place = draw.get();
      for (int t = 1; t < tries && !spacing.hasRoom(place); t++) {
        place = draw.get();
      }
      if (!spacing.hasRoom(place)) {
        return;
      }
      spacing.add(place);
      sink.add(0, JtsGeometries.FACTORY.createPoint(place), i);
    }
  }

  private static Supplier<Coordinate> inside(Envelope extent) {
    RandomNumbers numbers = RandomNumbers.of(SEED, 0);
    return () -> {
      double x = numbers.between(extent.getMinX(), extent.getMaxX());
      return new Coordinate(x, numbers.between(extent.getMinY(), extent.getMaxY()));
    };
  }

  private static Algorithm inExtent() {
    AlgorithmDescription description =
        AlgorithmDescription.of(
                "native:randompointsinextent",
                "Random points in extent",
                "vectorcreation",
                "Scatters points over a rectangle.")
            .with(
                ParameterDescription.of("EXTENT", "Input extent", ParameterType.EXTENT),
                count(Double.POSITIVE_INFINITY),
                distance("TARGET_CRS", Double.POSITIVE_INFINITY).asOptional(),
                ParameterDescription.crs("TARGET_CRS", "Target CRS", "ProjectCrs"),
                ParameterDescription.integer(
                        "MAX_ATTEMPTS", "Maximum number of search attempts", 200)
                    .atLeast(1)
                    .asOptional(),
                ParameterDescription.sink("OUTPUT", "Random points"));
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) -> {
          Crs crs = parameters.crs("TARGET_CRS");
          FeatureSink sink =
              new FeatureSink(nothing(crs), List.of(new Field("id", FieldType.INTEGER64)));
          scatter(
              sink,
              parameters.integer(COUNT),
              parameters.length(DISTANCE, crs),
              parameters.integer("MAX_ATTEMPTS"),
              inside(parameters.extent("EXTENT")));
          return Results.of(sink.build(description.label("OUTPUT")));
        });
  }

  private static Algorithm inBounds() {
    AlgorithmDescription description =
        Declared.in(
            "vectorcreation",
            "qgis:randompointsinlayerbounds",
            "Random points in layer bounds",
            "Scatters points over the extent of a layer.",
            "Random points",
            Declared.polygons(),
            count(1e9),
            distance("INPUT", 1e9));
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) -> {
          FeatureSink sink = new FeatureSink(nothing(input.crs()), List.of(ID));
          Envelope extent = extent(input);
          if (!extent.isNull()) {
            scatter(
                sink,
                parameters.integer(COUNT),
                parameters.length(DISTANCE, input.crs()),
                200,
                inside(extent));
          }
          return Results.of(sink.build(description.label("OUTPUT")));
        });
  }

  static Envelope extent(FeatureTable input) {
    Envelope extent = new Envelope();
    for (int row = 0; row < input.size(); row++) {
      FeatureNames.requireFinite(input, row);
      Geometry geometry = JtsGeometries.of(input.geometry(), row);
      if (geometry != null) {
        extent.expandToInclude(geometry.getEnvelopeInternal());
      }
    }
    return extent;
  }

  /** A line, a segment of it and a place on it are drawn, each as likely as the others. */
  private static Algorithm alongLines() {
    AlgorithmDescription description =
        Declared.in(
            "vectorcreation",
            "qgis:randompointsalongline",
            "Random points along line",
            "Scatters points over the lines of a layer, on every segment as many.",
            "Random points",
            Declared.lines(),
            count(1e9),
            distance("INPUT", 1e9));
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) -> {
          List<List<LinePath>> lines = new ArrayList<>();
          for (int row = 0; row < input.size(); row++) {
            FeatureNames.requireFinite(input, row);
            Geometry geometry = JtsGeometries.of(input.geometry(), row);
            if (geometry != null && !geometry.isEmpty()) {
              lines.add(LinePath.of(geometry));
            }
          }
          FeatureSink sink = new FeatureSink(nothing(input.crs()), List.of(ID));
          RandomNumbers numbers = RandomNumbers.of(SEED, 0);
          if (!lines.isEmpty()) {
            scatter(
                sink,
                parameters.integer(COUNT),
                parameters.length(DISTANCE, input.crs()),
                200,
                () -> onSegment(lines, numbers));
          }
          return Results.of(sink.build(description.label("OUTPUT")));
        });
  }

  private static Coordinate onSegment(List<List<LinePath>> lines, RandomNumbers numbers) {
    List<LinePath> paths = lines.get(numbers.below(lines.size()));
    Coordinate[] line = paths.get(numbers.below(paths.size())).vertices();
    int at = numbers.below(line.length - 1);
    double share = numbers.next();
    double x = line[at].x + share * (line[at + 1].x - line[at].x);
    return new Coordinate(x, line[at].y + share * (line[at + 1].y - line[at].y));
  }

  private static Algorithm insidePolygons() {
    AlgorithmDescription description =
        Declared.in(
            "vectorcreation",
            "qgis:randompointsinsidepolygons",
            "Random points inside polygons",
            "Scatters points over each polygon: a number of them, or so many per area.",
            "Random points",
            Declared.polygons(),
            ParameterDescription.choice(
                "STRATEGY", "Sampling strategy", 0, List.of("Points count", "Points density")),
            Declared.number("VALUE", "Point count or density", 1).asDynamic().atLeast(0),
            ParameterDescription.of("EXPRESSION", "Expression", ParameterType.EXPRESSION)
                .asOptional(),
            distance("INPUT", 1e9).withoutDefault().asOptional());
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) -> {
          FeatureSink sink = new FeatureSink(nothing(input.crs()), List.of(ID));
          String text = parameters.optionalText("EXPRESSION");
          Expression expression = text.isEmpty() ? null : Expression.of(text, input);
          Lengths lengths = Lengths.of(input.crs());
          double distance = parameters.has(DISTANCE) ? parameters.length(DISTANCE, input.crs()) : 0;
          int id = 0;
          for (int row = 0; row < input.size(); row++) {
            progress.report((double) row / input.size(), "");
            FeatureNames.requireFinite(input, row);
            Geometry geometry = JtsGeometries.of(input.geometry(), row);
            if (geometry == null || geometry.isEmpty()) {
              continue;
            }
            double value =
                expression == null
                    ? parameters.at(input, row).number("VALUE")
                    : expression.at(row).real();
            double area = parameters.choice("STRATEGY") == 0 ? 1 : lengths.area(geometry);
            requireRoom(description.id(), value * area);
            int count = (int) ExactMath.rint(value * area);
            RandomPlaces places = RandomPlaces.in(geometry, RandomNumbers.of(SEED, row));
            PointSpacing spacing = new PointSpacing(distance);
            for (int i = 0; i < count; i++) {
              Coordinate place = places.next(200, spacing, spacing);
              if (place == null) {
                break;
              }
              sink.add(0, JtsGeometries.FACTORY.createPoint(place), id++);
            }
          }
          return Results.of(sink.build(description.label("OUTPUT")));
        });
  }

  /** On each line or in each polygon as many; the number of a point comes before its attributes. */
  private static Algorithm perFeature(boolean lines) {
    String include = lines ? "INCLUDE_LINE_ATTRIBUTES" : "INCLUDE_POLYGON_ATTRIBUTES";
    String missed = lines ? "LINES_WITH_MISSED_POINTS" : "POLYGONS_WITH_MISSED_POINTS";
    AlgorithmDescription description =
        AlgorithmDescription.of(
                lines ? "native:randompointsonlines" : "native:randompointsinpolygons",
                lines ? "Random points on lines" : "Random points in polygons",
                "vectorcreation",
                lines ? "Scatters points over each line." : "Scatters points over each polygon.")
            .with(
                lines ? Declared.lines() : Declared.polygons(),
                ParameterDescription.integer(COUNT, "Number of points for each feature", 1)
                    .asDynamic()
                    .atLeast(1),
                distance("INPUT", Double.POSITIVE_INFINITY).asDynamic().asOptional(),
                ParameterDescription.distance(
                        "MIN_DISTANCE_GLOBAL", "Global minimum distance between points", 0, "INPUT")
                    .atLeast(0)
                    .asOptional(),
                ParameterDescription.integer(
                        "MAX_TRIES_PER_POINT", "Maximum number of search attempts", 10)
                    .asDynamic()
                    .atLeast(1)
                    .asOptional(),
                ParameterDescription.integer("SEED", "Random seed", 1)
                    .atLeast(1)
                    .withoutDefault()
                    .asOptional(),
                ParameterDescription.flag(include, "Include attributes of the feature", true),
                ParameterDescription.sink("OUTPUT", "Random points"))
            .gives("OUTPUT_POINTS")
            .gives("POINTS_MISSED")
            .gives(missed)
            .gives("FEATURES_WITH_EMPTY_OR_NO_GEOMETRY");
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) -> {
          FeatureTable source =
              parameters.flag(include)
                  ? input
                  : new FeatureTable("", input.crs(), input.geometry(), List.of(), null);
          FeatureSink sink =
              new FeatureSink(source, List.of(new Field("rand_point_id", FieldType.INTEGER64)));
          PointSpacing global =
              new PointSpacing(parameters.length("MIN_DISTANCE_GLOBAL", input.crs()));
          long wanted = 0;
          int empty = 0;
          int incomplete = 0;
          for (int row = 0; row < input.size(); row++) {
            progress.report((double) row / input.size(), "");
            FeatureNames.requireFinite(input, row);
            Geometry geometry = JtsGeometries.of(input.geometry(), row);
            if (geometry == null || geometry.isEmpty()) {
              empty++;
              continue;
            }
            long seed = (long) parameters.number("SEED", SEED);
            RandomNumbers numbers = RandomNumbers.of(seed, parameters.firstRow() + row);
            RandomPlaces places =
                lines ? RandomPlaces.on(geometry, numbers) : RandomPlaces.in(geometry, numbers);
            Parameters here = parameters.at(input, row);
            PointSpacing own = new PointSpacing(here.length(DISTANCE, input.crs()));
            int count = here.integer(COUNT);
            wanted += count;
            requireRoom(description.id(), wanted);
            int made = 0;
            for (int i = 0; i < count; i++) {
              Coordinate place = places.next(here.integer("MAX_TRIES_PER_POINT"), own, global);
              if (place != null) {
                sink.add(row, JtsGeometries.FACTORY.createPoint(place), sink.size());
                made++;
              }
            }
            incomplete += made < count ? 1 : 0;
          }
          return Results.of(lastFirst(sink.build(description.label("OUTPUT"))))
              .with("OUTPUT_POINTS", sink.size())
              .with("POINTS_MISSED", wanted - sink.size())
              .with(missed, incomplete)
              .with("FEATURES_WITH_EMPTY_OR_NO_GEOMETRY", empty);
        });
  }

  private static FeatureTable lastFirst(FeatureTable table) {
    List<Column> columns = new ArrayList<>(table.columns());
    columns.add(0, columns.remove(columns.size() - 1));
    return new FeatureTable(table.name(), table.crs(), table.geometry(), columns, null);
  }

  /** An error where a run would make more features than a browser holds. */
  static void requireRoom(String what, double features) {
    if (!(features <= 10_000_000)) {
      throw TerrellaException.invalid(
          "More than 10 million features would come of " + what + " with these parameters.");
    }
  }
}
