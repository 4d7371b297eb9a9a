package org.terrella.processing.algorithm;

import java.util.List;
import java.util.function.Supplier;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.terrella.processing.geometry.LinePath;
import org.terrella.processing.geometry.PartList;

/** Places drawn from the inside of a polygon or from a line, each as likely as any other. */
final class RandomPlaces {
  /** Draws from the box around a polygon before it counts as too thin to hit. */
  private static final int MOST_DRAWS = 100_000;

  private final Supplier<Coordinate> draw;

  private RandomPlaces(Supplier<Coordinate> draw) {
    this.draw = draw;
  }

  /** Inside polygons: a part by its area, then places of its box until one lies in it. */
  static RandomPlaces in(Geometry polygons, RandomNumbers numbers) {
    List<Geometry> parts = PartList.of(polygons);
    IndexedPointInAreaLocator[] locators = new IndexedPointInAreaLocator[parts.size()];
    double all = polygons.getArea();
    double[] areas = parts.stream().mapToDouble(Geometry::getArea).toArray();
    return new RandomPlaces(
        () -> {
          double at = numbers.next() * all;
          int part = 0;
          while (part < parts.size() - 1 && at >= areas[part]) {
            at -= areas[part];
            part++;
          }
          if (locators[part] == null) {
            locators[part] = new IndexedPointInAreaLocator(parts.get(part));
          }
          Envelope box = parts.get(part).getEnvelopeInternal();
          for (int i = 0; i < MOST_DRAWS; i++) {
            double x = numbers.between(box.getMinX(), box.getMaxX());
            double y = numbers.between(box.getMinY(), box.getMaxY());
            Coordinate place = new Coordinate(x, y);
            if (locators[part].locate(place) == Location.INTERIOR) {
              return place;
            }
          }
          return null;
        });
  }

  /** On lines, by their lengths. */
  static RandomPlaces on(Geometry lines, RandomNumbers numbers) {
    List<LinePath> paths = LinePath.of(lines);
    double all = lines.getLength();
    return new RandomPlaces(
        () -> {
          double at = numbers.next() * all;
          int path = 0;
          while (path < paths.size() - 1 && at >= paths.get(path).length()) {
            at -= paths.get(path).length();
            path++;
          }
          return paths.get(path).at(at).copy();
        });
  }

  /** The next place that keeps both distances; null when so many draws in a row do not. */
  Coordinate next(int tries, PointSpacing own, PointSpacing global) {
    for (int i = 0; i < tries; i++) {
      Coordinate place = draw.get();
      if (place == null) {
        return null;
      }
      if (own.hasRoom(place) && global.hasRoom(place)) {
        own.add(place);
        if (global != own) {
          global.add(place);
        }
        return place;
      }
    }
    return null;
  }
}
