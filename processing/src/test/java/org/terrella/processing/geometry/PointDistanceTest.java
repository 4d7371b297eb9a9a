package org.terrella.processing.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.terrella.processing.feature.GeometryColumn;
import org.terrella.processing.geojson.GeoJsonReader;

class PointDistanceTest {
  private static final String GEOMETRIES =
      """
      {"type":"Point","coordinates":[3,4]}
      {"type":"MultiPoint","coordinates":[[0,0],[9,9,5]]}
      {"type":"LineString","coordinates":[[0,0],[10,0],[10,0],[10,10]]}
      {"type":"MultiLineString","coordinates":[[[0,5],[5,5]],[[5,0],[5,10]]]}
      {"type":"Polygon","coordinates":[[[1,1],[9,1],[9,9],[1,9],[1,1]],[[3,3],[3,7],[7,7],[7,3],[3,3]]]}
      {"type":"MultiPolygon","coordinates":[[[[0,0],[2,0],[2,2],[0,0]]],[[[8,8],[10,6],[10,10],[8,8]]]]}
      {"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,9]},
       {"type":"LineString","coordinates":[[4,4],[6,6]]},
       {"type":"Polygon","coordinates":[[[7,0],[10,0],[10,3],[7,0]]]}]}
      """;

  /** JTS is the judge, on a lattice that meets vertices, edges and insides. */
  @Test
  void agreesWithJts() {
    GeometryColumn column = read(GEOMETRIES);
    Random random = new Random(1);
    for (int row = 0; row < column.size(); row++) {
      Geometry geometry = JtsGeometries.of(column, row);
      for (int i = 0; i < 2000; i++) {
        double x = random.nextInt(29) * 0.5 - 2;
        double y = random.nextInt(29) * 0.5 - 2;
        double expected =
            geometry.distance(JtsGeometries.FACTORY.createPoint(new Coordinate(x, y)));
        PointDistance distance = new PointDistance(column, x, y);
        assertEquals(expected, distance.to(row), 1e-12, geometry + " at " + x + " " + y);
        assertTrue(distance.mayReach(row, expected), geometry + " at " + x + " " + y);
      }
    }
  }

  @Test
  void nothingIsInfinitelyFar() {
    GeometryColumn none = GeometryColumn.none(1);
    assertEquals(Double.POSITIVE_INFINITY, new PointDistance(none, 1, 2).to(0));
    assertEquals(false, new PointDistance(none, 1, 2).mayReach(0, 1e9));
  }

  private static GeometryColumn read(String geometries) {
    StringBuilder features = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
    String separator = "";
    for (String geometry : geometries.split("\n(?=\\{\"type)")) {
      features.append(separator).append("{\"type\":\"Feature\",\"properties\":{},\"geometry\":");
      features.append(geometry).append('}');
      separator = ",";
    }
    byte[] text = features.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    GeoJsonReader reader = new GeoJsonReader("test");
    reader.feed(text, 0, text.length);
    return reader.finish().geometry();
  }
}
