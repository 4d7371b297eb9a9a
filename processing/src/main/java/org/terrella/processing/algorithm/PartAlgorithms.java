package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.terrella.processing.geometry.JtsGeometries;
import org.terrella.processing.geometry.PartList;
import org.terrella.processing.geometry.Sequences;

/** Algorithms about the parts and rings of features. */
final class PartAlgorithms {
  private PartAlgorithms() {}

  static List<Algorithm> all() {
    return List.of(
        biggest(), boundary(), fix(), holes(), rightHand(), singles(), toLines(), toMulti());
  }

  private static Algorithm singles() {
    return FeatureAlgorithm.of(
            Declared.geometry(
                "native:multiparttosingleparts",
                "Multipart to singleparts",
                "Makes a feature of each part of multi geometries.",
                "Single parts",
                Declared.any()),
            (feature, sink) -> {
              for (Geometry part : PartList.of(feature.geometry())) {
                sink.add(feature.row(), part);
              }
            })
        .quick();
  }

  private static Algorithm toMulti() {
    return FeatureAlgorithm.of(
            Declared.geometry(
                "native:promotetomulti",
                "Promote to multipart",
                "Makes multi geometries of single ones.",
                "Multiparts",
                Declared.any()),
            (feature, sink) -> sink.addMulti(feature.row(), feature.geometry()))
        .quick();
  }

  /** As QGIS has it, from the smallest of those kept to the largest; one alone is no multi. */
  private static Algorithm biggest() {
    return FeatureAlgorithm.of(
        Declared.geometry(
            "qgis:keepnbiggestparts",
            "Keep N biggest parts",
            "Keeps the largest parts of multipolygons.",
            "Parts",
            ParameterDescription.source("POLYGONS", "Polygons", 2),
            ParameterDescription.integer("PARTS", "Parts to keep", 1).atLeast(1)),
        (feature, sink) -> {
          List<Geometry> parts = PartList.of(feature.geometry());
          int keep = feature.parameters().integer("PARTS");
          if (parts.size() <= keep && keep > 1 || parts.size() < 2) {
            sink.add(feature.row(), feature.geometry());
            return;
          }
          parts.sort(Comparator.comparingDouble(Geometry::getArea));
          List<Geometry> kept = parts.subList(parts.size() - keep, parts.size());
          sink.add(
              feature.row(), keep == 1 ? kept.get(0) : Sequences.multi(feature.geometry(), kept));
        });
  }

  private static Algorithm holes() {
    return FeatureAlgorithm.of(
        Declared.geometry(
            "native:deleteholes",
            "Delete holes",
            "Fills the holes of polygons; with an area given, only those that are smaller.",
            "Cleaned",
            Declared.polygons(),
            Declared.number("MIN_AREA", "Remove holes with area less than", 0)
                .asDynamic()
                .atLeast(0)),
        (feature, sink) -> {
          double least = feature.number("MIN_AREA");
          List<Geometry> parts = new ArrayList<>();
          for (Geometry part : PartList.of(feature.geometry())) {
            parts.add(filled((Polygon) part, least));
          }
          boolean multi =
              feature.geometry().getNumGeometries() != 1
                  || !(feature.geometry() instanceof Polygon);
          sink.add(
              feature.row(), multi ? Sequences.multi(feature.geometry(), parts) : parts.get(0));
        });
  }

  private static Polygon filled(Polygon polygon, double least) {
    List<LinearRing> kept = new ArrayList<>();
    for (int i = 0; least > 0 && i < polygon.getNumInteriorRing(); i++) {
      LinearRing hole = polygon.getInteriorRingN(i);
      if (Area.ofRing(hole.getCoordinateSequence()) >= least) {
        kept.add(hole);
      }
    }
    return JtsGeometries.FACTORY.createPolygon(
        polygon.getExteriorRing(), kept.toArray(new LinearRing[0]));
  }

  /** Rings as lines, always as a multi geometry. */
  private static Algorithm toLines() {
    return FeatureAlgorithm.of(
            Declared.geometry(
                "native:polygonstolines",
                "Polygons to lines",
                "Makes lines of the rings of polygons.",
                "Lines",
                Declared.polygons()),
            (feature, sink) -> sink.addMulti(feature.row(), rings(feature.geometry())))
        .quick();
  }

  private static Geometry rings(Geometry geometry) {
    List<Geometry> rings = new ArrayList<>();
    for (Geometry part : PartList.of(geometry)) {
      Polygon polygon = (Polygon) part;
      rings.add(line(polygon.getExteriorRing()));
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        rings.add(line(polygon.getInteriorRingN(i)));
      }
    }
    return JtsGeometries.FACTORY.createMultiLineString(rings.toArray(new LineString[0]));
  }

  private static Geometry line(LinearRing ring) {
    return JtsGeometries.FACTORY.createLineString(ring.getCoordinates());
  }

  /**
   * The ends of lines that are not closed, of multi lines all of them, and the rings of polygons.
   */
  private static Algorithm boundary() {
    return FeatureAlgorithm.of(
            Declared.geometry(
                "native:boundary",
                "Boundary",
                "The rings of polygons as lines, and the ends of lines as points.",
                "Boundary",
                Declared.linesOrPolygons()),
            (feature, sink) -> {
              Geometry geometry = feature.geometry();
              if (geometry.getDimension() == 2) {
                sink.addMulti(feature.row(), rings(geometry));
                return;
              }
              List<Geometry> ends = new ArrayList<>();
              for (Geometry part : PartList.of(geometry)) {
                var vertices = part.getCoordinates();
                int last = vertices.length - 1;
                if (!vertices[0].equals2D(vertices[last])) {
                  ends.add(JtsGeometries.FACTORY.createPoint(vertices[0]));
                  ends.add(JtsGeometries.FACTORY.createPoint(vertices[last]));
                }
              }
              sink.add(
                  feature.row(),
                  JtsGeometries.FACTORY.createMultiPoint(ends.toArray(new Point[0])));
            })
        .quick();
  }

  /** Outer rings clockwise and holes the other way, so that the inside lies to the right. */
  private static Algorithm rightHand() {
    return FeatureAlgorithm.of(
            Declared.geometry(
                "native:forcerhr",
                "Force right-hand-rule",
                "Turns the rings of polygons so that the inside lies to their right: outer rings"
                    + " clockwise.",
                "Reoriented",
                Declared.polygons()),
            (feature, sink) -> sink.add(feature.row(), normalised(feature.geometry())))
        .quick();
  }

  private static Geometry normalised(Geometry geometry) {
    List<Geometry> parts = new ArrayList<>();
    for (Geometry part : PartList.of(geometry)) {
      Polygon polygon = (Polygon) part;
      LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
      for (int i = 0; i < holes.length; i++) {
        holes[i] = turned(polygon.getInteriorRingN(i), false);
      }
      parts.add(
          JtsGeometries.FACTORY.createPolygon(turned(polygon.getExteriorRing(), true), holes));
    }
    return geometry instanceof Polygon ? parts.get(0) : Sequences.multi(geometry, parts);
  }

  private static LinearRing turned(LinearRing ring, boolean clockwise) {
    // Positive for a clockwise ring.
    double area = Area.ofRingSigned(ring.getCoordinateSequence());
    return area == 0 || area > 0 == clockwise ? ring : ring.reverse();
  }

  /** What GEOS's linework method, and QGIS before it had a choice, makes of invalid geometries. */
  private static Algorithm fix() {
    return FeatureAlgorithm.of(
        Declared.geometry(
            "native:fixgeometries",
            "Fix geometries",
            "Makes valid geometries of invalid ones and leaves the valid as they are.",
            "Fixed geometries",
            Declared.any()),
        (feature, sink) -> {
          Geometry geometry = feature.geometry();
          if (geometry.isValid()) {
            sink.addMulti(feature.row(), geometry);
            return;
          }
          sink.addMulti(feature.row(), GeometryFixer.fix(geometry));
        });
  }
}
