package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.terrella.error.TerrellaException;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.feature.GeometryType;
import org.terrella.processing.geometry.Ellipsoid;
import org.terrella.processing.geometry.GeodesicMeasure;
import org.terrella.processing.geometry.Sequences;
import org.terrella.processing.projection.Placing;

/** Coordinates, lengths and areas as fields, in the layer's system, another one or on WGS 84. */
final class GeometryFields {
  private static final int PROJECT = 1;
  private static final int ELLIPSOIDAL = 2;

  private GeometryFields() {}

  /** QGIS's {@code native:addxyfields}. */
  static Algorithm xAndY() {
    return FeatureAlgorithm.of(
            Declared.in(
                "vectortable",
                "native:addxyfields",
                "Add X/Y fields to layer",
                "Adds fields with the coordinates of points, in any system.",
                "Added fields",
                Declared.points(),
                ParameterDescription.crs("CRS", "Coordinate system", "EPSG:4326"),
                ParameterDescription.of("PREFIX", "Field prefix", ParameterType.STRING)
                    .asOptional()),
            (feature, sink) -> {
              Parameters parameters = feature.parameters();
              Crs own = feature.table().crs();
              Placing placing =
                  parameters.shared(
                      "placing",
                      () ->
                          own.isKnown()
                              ? parameters.definitions().placing(own, parameters.crs("CRS"))
                              : Placing.SAME);
              if (feature.geometry().getNumGeometries() > 1) {
                throw new TerrellaException(
                    "invalid-geometry",
                    FeatureNames.of(feature.table(), feature.row())
                        + " has several points; make single ones of them first.");
              }
              Coordinate place = placing.of(feature.geometry().getCoordinate());
              sink.keep(feature.row(), place.x, place.y);
            })
        .adding(
            (input, parameters) -> {
              String prefix = parameters.optionalText("PREFIX");
              return List.of(
                  new Field(prefix + "x", FieldType.REAL), new Field(prefix + "y", FieldType.REAL));
            })
        .quick();
  }

  /** QGIS's {@code qgis:exportaddgeometrycolumns}. */
  static Algorithm measures() {
    return FeatureAlgorithm.of(
            Declared.geometry(
                "qgis:exportaddgeometrycolumns",
                "Add geometry attributes",
                "Adds fields with lengths, areas or coordinates, in the plane of the layer or of"
                    + " the map, or lengths and areas on the ellipsoid.",
                "Added geom info",
                Declared.any(),
                ParameterDescription.choice(
                    "CALC_METHOD",
                    "Calculate using",
                    0,
                    List.of("Layer CRS", "Project CRS", "Ellipsoidal"))),
            (feature, sink) -> sink.keep(feature.row(), measured(feature)))
        .adding(GeometryFields::fields)
        .quick();
  }

  private static List<Field> fields(FeatureTable input, Parameters parameters) {
    List<Field> fields = new ArrayList<>();
    if (parameters.inputHas(GeometryType.POLYGON)) {
      fields.add(new Field("area", FieldType.REAL));
      fields.add(new Field("perimeter", FieldType.REAL));
    } else if (parameters.inputHas(GeometryType.LINE_STRING)) {
      fields.add(new Field("length", FieldType.REAL));
      if (!parameters.inputHasMulti(GeometryType.MULTI_LINE_STRING)) {
        fields.add(new Field("straightdis", FieldType.REAL));
        fields.add(new Field("sinuosity", FieldType.REAL));
      }
    } else if (parameters.inputHasMulti(GeometryType.MULTI_POINT)) {
      fields.add(new Field("numparts", FieldType.INTEGER));
    } else if (parameters.inputHas(GeometryType.POINT)) {
      fields.add(new Field("xcoord", FieldType.REAL));
      fields.add(new Field("ycoord", FieldType.REAL));
      if (input.geometry().stride() > 2) {
        fields.add(new Field("zcoord", FieldType.REAL));
      }
      if (input.geometry().stride() > 3) {
        fields.add(new Field("mvalue", FieldType.REAL));
      }
    }
    return fields;
  }

  private static Object[] measured(Feature feature) {
    Parameters parameters = feature.parameters();
    int method = parameters.choice("CALC_METHOD");
    Crs own = feature.table().crs();
    Geometry geometry = feature.geometry();
    if (method == PROJECT) {
      Placing placing =
          parameters.shared("project", () -> parameters.definitions().placingInProject(own));
      geometry = placing.of(geometry);
    }
    boolean ellipsoidal = method == ELLIPSOIDAL;
    if (parameters.inputHas(GeometryType.POLYGON)) {
      return ellipsoidal
          ? areas(onDegrees(parameters, own, geometry), geodesic(own))
          : new Object[] {geometry.getArea(), geometry.getLength()};
    }
    if (parameters.inputHas(GeometryType.LINE_STRING)) {
      Object[] plane = lines(geometry);
      return ellipsoidal
          ? lines(onDegrees(parameters, own, geometry), geodesic(own), plane)
          : plane;
    }
    if (parameters.inputHasMulti(GeometryType.MULTI_POINT)) {
      return new Object[] {geometry.getNumGeometries()};
    }
    Coordinate place = geometry.getCoordinate();
    return new Object[] {place.x, place.y, place.getZ(), Sequences.measure(place)};
  }

  private static Object[] areas(Geometry geometry, GeodesicMeasure measure) {
    return new Object[] {measure.area(geometry), measure.perimeter(geometry)};
  }

  /** Length, distance from start to end, and how winding the line is; of several the length. */
  private static Object[] lines(Geometry geometry) {
    double length = geometry.getLength();
    if (!(geometry instanceof LineString line)) {
      return new Object[] {length};
    }
    double straight = line.getCoordinateN(0).distance(line.getCoordinateN(line.getNumPoints() - 1));
    return new Object[] {length, straight, straight > 0 ? length / straight : null};
  }

  /** How winding a line is, QGIS says in the plane all the same. */
  private static Object[] lines(Geometry geometry, GeodesicMeasure measure, Object[] plane) {
    double length = measure.length(geometry);
    if (!(geometry instanceof LineString line)) {
      return new Object[] {length};
    }
    Coordinate end = line.getCoordinateN(line.getNumPoints() - 1);
    return new Object[] {length, measure.distance(line.getCoordinateN(0), end), plane[2]};
  }

  private static GeodesicMeasure geodesic(Crs own) {
    return GeodesicMeasure.of(GeodesicMeasure.canMeasure(own) ? own : Crs.WGS84, Ellipsoid.WGS84);
  }

  private static Geometry onDegrees(Parameters parameters, Crs own, Geometry geometry) {
    return GeodesicMeasure.canMeasure(own)
        ? geometry
        : parameters
            .shared("degrees", () -> parameters.definitions().placing(own, Crs.WGS84))
            .of(geometry);
  }
}
