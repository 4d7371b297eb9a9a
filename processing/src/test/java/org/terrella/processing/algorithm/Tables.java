package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.terrella.json.Json;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.feature.GeometryColumnBuilder;
import org.terrella.processing.feature.Integer32Column;
import org.terrella.processing.geometry.JtsGeometries;

/** Small tables for tests. */
final class Tables {
  private Tables() {}

  /** Rows of WKT (null for none) with a field {@code class}: the row number modulo 3. */
  static FeatureTable ofWkt(Crs crs, String... wkt) {
    List<Geometry> geometries = new ArrayList<>();
    for (String text : wkt) {
      try {
        geometries.add(text == null ? null : new WKTReader().read(text));
      } catch (ParseException e) {
        throw new IllegalArgumentException(e);
      }
    }
    return of(crs, geometries);
  }

  static FeatureTable of(Crs crs, List<Geometry> geometries) {
    GeometryColumnBuilder builder = new GeometryColumnBuilder();
    int[] classes = new int[geometries.size()];
    for (int i = 0; i < classes.length; i++) {
      JtsGeometries.add(builder, geometries.get(i));
      classes[i] = i % 3;
    }
    Integer32Column column =
        new Integer32Column(new Field("class", FieldType.INTEGER), classes, null);
    return new FeatureTable("test", crs, builder.build(), List.of(column), null);
  }

  /** Stars of 64 vertices scattered over a square so that neighbours overlap. */
  static FeatureTable stars(int count, long seed) {
    Random random = new Random(seed);
    double side = Math.sqrt(count) * 20;
    List<Geometry> stars = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double x = random.nextDouble() * side;
      double y = random.nextDouble() * side;
      Coordinate[] ring = new Coordinate[65];
      for (int k = 0; k < 64; k++) {
        double radius = k % 2 == 0 ? 7 : 3 + random.nextDouble();
        double angle = k * Math.PI / 32;
        ring[k] = new Coordinate(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
      }
      ring[64] = ring[0];
      stars.add(JtsGeometries.FACTORY.createPolygon(ring));
    }
    return of(Crs.WEB_MERCATOR, stars);
  }

  /** The layer {@code OUTPUT} of a run; the parameters are JSON with single quotes. */
  static FeatureTable run(String id, FeatureTable input, String parameters) {
    return results(id, parameters, input).table("OUTPUT");
  }

  /** All that a run gives; the tables are its layers in the order of the parameters. */
  static Results results(String id, String parameters, FeatureTable... tables) {
    Algorithm algorithm = Algorithms.get(id);
    return AlgorithmRun.run(
        algorithm,
        AlgorithmRun.inputs(algorithm, tables),
        Json.parseObject(parameters.replace('\'', '"')),
        Progress.NONE);
  }

  static Geometry geometry(FeatureTable table, int row) {
    return JtsGeometries.of(table.geometry(), row);
  }
}
