package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.locationtech.jts.triangulate.DelaunayTriangulationBuilder;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;
import org.terrella.error.TerrellaException;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.ColumnBuilder;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.feature.GeometryColumn;
import org.terrella.processing.feature.GeometryColumnBuilder;
import org.terrella.processing.geometry.JtsGeometries;
import org.terrella.processing.geometry.PartList;

/** Algorithms that make something of all features together, or of groups of them. */
final class GroupAlgorithms {
  private static final String OUTPUT = "OUTPUT";

  private GroupAlgorithms() {}

  static List<Algorithm> all() {
    return List.of(bounding(), collect(), delaunay(), duplicates(), polygonize(), voronoi());
  }

  /** The geometries of some rows, without those that are missing or empty. */
  private static List<Geometry> geometries(FeatureTable input, int[] rows) {
    List<Geometry> geometries = new ArrayList<>();
    for (int row : rows) {
      FeatureNames.requireFinite(input, row);
      Geometry geometry = JtsGeometries.of(input.geometry(), row);
      if (geometry != null && !geometry.isEmpty()) {
        geometries.add(geometry);
      }
    }
    return geometries;
  }

  /** Groups come in the order of their first features, whose attributes they have. */
  private static Algorithm collect() {
    AlgorithmDescription description =
        Declared.geometry(
            "native:collect",
            "Collect geometries",
            "Makes one multi geometry of all features, or of all that agree in some fields.",
            "Collected",
            Declared.any(),
            ParameterDescription.fields("FIELD", "Unique ID fields", "INPUT").asOptional());
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) -> {
          FeatureSink sink = new FeatureSink(input, List.of());
          for (int[] rows : GroupKeys.groups(input, parameters.texts("FIELD"))) {
            List<Geometry> parts = new ArrayList<>();
            geometries(input, rows).forEach(geometry -> parts.addAll(PartList.of(geometry)));
            sink.addMulti(
                rows[0], parts.isEmpty() ? null : JtsGeometries.FACTORY.buildGeometry(parts));
          }
          return Results.of(sink.build(description.label(OUTPUT)));
        });
  }

  private static Algorithm bounding() {
    AlgorithmDescription description =
        Declared.geometry(
            "qgis:minimumboundinggeometry",
            "Minimum bounding geometry",
            "One box, rectangle, circle or hull around all features, or around each group that"
                + " agrees in a field.",
            "Bounding geometry",
            Declared.any(),
            ParameterDescription.field("FIELD", "Field", "INPUT").asOptional(),
            ParameterDescription.choice(
                "TYPE",
                "Geometry type",
                List.of(
                    "Envelope (Bounding Box)",
                    "Minimum Oriented Rectangle",
                    "Minimum Enclosing Circle",
                    "Convex Hull")));
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) -> {
          List<String> fields = parameters.texts("FIELD");
          List<int[]> groups = GroupKeys.groups(input, fields);
          int[] firsts = new int[groups.size()];
          ColumnBuilder ids = new ColumnBuilder(new Field("id", FieldType.INTEGER));
          for (int i = 0; i < firsts.length; i++) {
            firsts[i] = groups.get(i)[0];
            ids.addLong(i);
          }
          List<Column> columns = new ArrayList<>(List.of(ids.build()));
          fields.forEach(field -> columns.add(input.column(field).take(firsts)));
          int type = parameters.choice("TYPE");
          FeatureTable attributes =
              new FeatureTable(
                  input.name(), input.crs(), GeometryColumn.none(firsts.length), columns, null);
          FeatureSink sink = new FeatureSink(attributes, measures(type));
          for (int i = 0; i < firsts.length; i++) {
            List<Geometry> geometries = geometries(input, groups.get(i));
            if (!geometries.isEmpty()) {
              BoundsAlgorithms.Bounds bounds =
                  bounds(
                      type,
                      JtsGeometries.FACTORY.createGeometryCollection(
                          geometries.toArray(new Geometry[0])));
              sink.add(i, bounds.shape(), bounds.measures());
            }
          }
          return Results.of(sink.build(description.label(OUTPUT)));
        });
  }

  private static List<Field> measures(int type) {
    List<String> names =
        switch (type) {
          case 0 -> List.of("width", "height", "area", "perimeter");
          case 1 -> List.of("width", "height", "angle", "area", "perimeter");
          case 2 -> List.of("radius", "area");
          default -> List.of("area", "perimeter");
        };
    List<Field> fields = new ArrayList<>();
    names.forEach(name -> fields.add(new Field(name, FieldType.REAL)));
    return fields;
  }

  private static BoundsAlgorithms.Bounds bounds(int type, Geometry geometry) {
    return switch (type) {
      case 0 -> BoundsAlgorithms.box(geometry);
      case 1 -> BoundsAlgorithms.oriented(geometry);
      case 2 -> BoundsAlgorithms.circle(geometry, 72);
      default -> BoundsAlgorithms.hull(geometry);
    };
  }

  /**
   * Lines are noded where they meet; polygons come from the left. The fields, where they are kept,
   * are without values.
   */
  private static Algorithm polygonize() {
    AlgorithmDescription description =
        AlgorithmDescription.of(
                "native:polygonize",
                "Polygonize",
                "vectorgeometry",
                "Makes polygons of the areas that lines enclose.")
            .with(
                Declared.lines(),
                ParameterDescription.flag("KEEP_FIELDS", "Keep fields from the input layer", false)
                    .asOptional(),
                ParameterDescription.sink(OUTPUT, "Polygons"))
            .gives("NUM_POLYGONS");
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) -> {
          List<Geometry> lines = geometries(input, all(input));
          GeometryColumnBuilder polygons = new GeometryColumnBuilder();
          if (!lines.isEmpty()) {
            Polygonizer polygonizer = new Polygonizer();
            polygonizer.add(OverlayNGRobust.union(lines, JtsGeometries.FACTORY));
            // JTS's order, and where its rings begin, differ from run to run.
            List<Geometry> found = new ArrayList<>();
            for (Object polygon : polygonizer.getPolygons()) {
              found.add(((Polygon) polygon).norm());
            }
            found.sort(null);
            found.forEach(polygon -> JtsGeometries.add(polygons, polygon));
          }
          List<Column> columns =
              parameters.flag("KEEP_FIELDS")
                  ? Columns.nulls(input.fields(), polygons.size())
                  : List.of();
          return Results.of(
                  new FeatureTable(
                      description.label(OUTPUT), input.crs(), polygons.build(), columns, null))
              .with("NUM_POLYGONS", polygons.size());
        });
  }

  private static int[] all(FeatureTable input) {
    int[] rows = new int[input.size()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = i;
    }
    return rows;
  }

  /** The points of all features, and the row that each different place first comes from. */
  private static Map<Coordinate, Integer> places(FeatureTable input) {
    Map<Coordinate, Integer> places = new HashMap<>();
    for (int row = 0; row < input.size(); row++) {
      for (Geometry geometry : geometries(input, new int[] {row})) {
        for (Coordinate place : geometry.getCoordinates()) {
          places.putIfAbsent(new Coordinate(place.x, place.y), row);
        }
      }
    }
    return places;
  }

  private static List<Coordinate> sorted(Map<Coordinate, Integer> places) {
    List<Coordinate> sites = new ArrayList<>(places.keySet());
    sites.sort(null);
    return sites;
  }

  /** QGIS's triangles are the same where no four points lie on a circle; their order is not. */
  private static Algorithm delaunay() {
    AlgorithmDescription description =
        Declared.geometry(
            "qgis:delaunaytriangulation",
            "Delaunay triangulation",
            "Makes triangles between points, with the numbers of the three.",
            "Delaunay triangulation",
            Declared.points());
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) -> {
          Map<Coordinate, Integer> places = places(input);
          if (places.size() < 3) {
            throw TerrellaException.invalid(
                "qgis:delaunaytriangulation needs three different points; \""
                    + input.name()
                    + "\" has "
                    + places.size()
                    + ".");
          }
          DelaunayTriangulationBuilder builder = new DelaunayTriangulationBuilder();
          builder.setSites(sorted(places));
          Geometry triangles = builder.getTriangles(JtsGeometries.FACTORY);
          FeatureTable none =
              new FeatureTable(input.name(), input.crs(), GeometryColumn.none(1), List.of(), null);
          List<Field> fields = new ArrayList<>();
          for (String name : List.of("POINTA", "POINTB", "POINTC")) {
            fields.add(new Field(name, FieldType.REAL));
          }
          FeatureSink sink = new FeatureSink(none, fields);
          for (int i = 0; i < triangles.getNumGeometries(); i++) {
            Geometry triangle = triangles.getGeometryN(i);
            Object[] corners = new Object[3];
            for (int k = 0; k < 3; k++) {
              corners[k] = (double) places.get(triangle.getCoordinates()[k]);
            }
            sink.add(0, triangle, corners);
          }
          return Results.of(sink.build(description.label(OUTPUT)));
        });
  }

  /** A place that several points share has the attributes of the first. */
  private static Algorithm voronoi() {
    AlgorithmDescription description =
        Declared.geometry(
            "qgis:voronoipolygons",
            "Voronoi polygons",
            "Makes of each point the area that is nearer to it than to all others, within the"
                + " extent of the layer and some percent more.",
            "Voronoi polygons",
            Declared.points(),
            ParameterDescription.integer("BUFFER", "Buffer region (% of extent)", 0).atLeast(0));
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) -> {
          Map<Coordinate, Integer> places = places(input);
          if (places.size() < 3) {
            throw TerrellaException.invalid(
                "qgis:voronoipolygons needs three different points; \""
                    + input.name()
                    + "\" has "
                    + places.size()
                    + ".");
          }
          Envelope extent = new Envelope();
          places.keySet().forEach(extent::expandToInclude);
          double share = parameters.number("BUFFER") / 100;
          extent.expandBy(extent.getWidth() * share, extent.getHeight() * share);
          VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
          builder.setSites(sorted(places));
          Envelope wide = new Envelope(extent);
          wide.expandBy(extent.getWidth() + extent.getHeight());
          builder.setClipEnvelope(wide);
          Geometry cells = builder.getDiagram(JtsGeometries.FACTORY);
          Geometry[] ofRow = new Geometry[input.size()];
          Geometry frame = BoundsAlgorithms.rectangle(extent);
          for (int i = 0; i < cells.getNumGeometries(); i++) {
            Geometry cell = cells.getGeometryN(i);
            ofRow[places.get((Coordinate) cell.getUserData())] = Overlay.common(cell, frame);
          }
          FeatureSink sink = new FeatureSink(input, List.of());
          for (int row = 0; row < ofRow.length; row++) {
            if (ofRow[row] != null) {
              sink.add(row, ofRow[row]);
            }
          }
          return Results.of(sink.build(description.label(OUTPUT)));
        });
  }

  /**
   * Of features with the same points, whatever their order, the first stays; so of those without.
   */
  private static Algorithm duplicates() {
    AlgorithmDescription description =
        Declared.in(
                "vectorgeneral",
                "native:deleteduplicategeometries",
                "Delete duplicate geometries",
                "Keeps the first of features whose geometries are equal.",
                "Cleaned",
                Declared.any())
            .gives("RETAINED_COUNT")
            .gives("DUPLICATE_COUNT");
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) -> {
          Map<Envelope, List<Geometry>> seen = new HashMap<>();
          boolean without = false;
          FeatureSink sink = new FeatureSink(input, List.of());
          for (int row = 0; row < input.size(); row++) {
            progress.report((double) row / input.size(), "");
            Geometry geometry = JtsGeometries.of(input.geometry(), row);
            if (geometry == null) {
              if (!without) {
                sink.keep(row);
              }
              without = true;
              continue;
            }
            FeatureNames.requireFinite(input, row);
            List<Geometry> alike =
                seen.computeIfAbsent(geometry.getEnvelopeInternal(), key -> new ArrayList<>());
            if (alike.stream().noneMatch(other -> other.equalsTopo(geometry))) {
              alike.add(geometry);
              sink.keep(row);
            }
          }
          return Results.of(sink.build(description.label(OUTPUT)))
              .with("RETAINED_COUNT", sink.size())
              .with("DUPLICATE_COUNT", input.size() - sink.size());
        });
  }
}
