package org.terrella.processing.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.terrella.error.TerrellaException;

class GeodesicBufferTest {
  private static final BufferStyle FINE = BufferStyle.round(30);

  static Geometry read(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Every real boundary point of the result is {@code meters} from the boundary of the input. */
  static void assertDistance(Geometry input, Geometry result, double meters, double tolerance) {
    Earth.Boundary boundary = new Earth.Boundary(input);
    for (Geometry part : PartList.of(result)) {
      for (Geometry ring : PartList.of(part.getBoundary())) {
        Coordinate[] path = ring.getCoordinates();
        int stride = Math.max(1, path.length / 2000);
        for (int i = stride; i < path.length; i += stride) {
          if (LonLatPath.isCut(path[i - 1], path[i])) {
            continue;
          }
          Coordinate middle = LineSegment.midPoint(path[i - 1], path[i]);
          double distance = boundary.distance(middle, meters * 1.2);
          assertEquals(meters, distance, meters * tolerance, "at " + middle);
        }
      }
    }
  }

  private static void assertOnTheMap(Geometry result) {
    assertTrue(result.isValid());
    assertTrue(new Envelope(-180, 180, -90, 90).contains(result.getEnvelopeInternal()));
  }

  @Test
  void theMeasureOfThisTestKnowsFlindersPeakToBuninyong() {
    Coordinate flinders = new Coordinate(144.4248679, -37.9510334);
    Coordinate buninyong = new Coordinate(143.9264955, -37.6528211);
    assertEquals(54972.27, Earth.distance(flinders, buninyong), 0.6);
  }

  @ParameterizedTest
  @CsvSource({
    "0,0,10000",
    "8,47,10000",
    "25,-70,100000",
    "100,89.95,3000",
    "-75,60,500",
    "5,0.01,150000"
  })
  void circleAroundAPoint(double x, double y, double meters) {
    Geometry point = JtsGeometries.FACTORY.createPoint(new Coordinate(x, y));
    Geometry circle = GeodesicBuffer.of(point, meters, FINE);
    for (Coordinate vertex : circle.getCoordinates()) {
      assertEquals(meters, Earth.distance(vertex, point.getCoordinate()), meters * 5e-4);
    }
    assertOnTheMap(circle);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POLYGON ((10 60, 11 60, 11 61, 10 61, 10 60))",
        "POLYGON ((10 40, 30 40, 32 52, 10 50, 10 40), (15 44, 20 44, 20 46, 15 46, 15 44))",
        "POLYGON ((-170 50, 170 50, 170 70, -170 70, -170 50))",
        "MULTIPOLYGON (((178 -18, 180 -18, 180 -16, 178 -16, 178 -18)),"
            + " ((-180 -18, -179 -18, -179 -16, -180 -16, -180 -18)))"
      })
  void polygonsGrowAndShrink(String wkt) {
    Geometry polygon = read(wkt);
    Geometry wider = GeodesicBuffer.of(polygon, 10_000, FINE);
    assertOnTheMap(wider);
    assertDistance(polygon, wider, 10_000, 0.005);
    assertTrue(wider.getArea() > polygon.getArea());
    Geometry narrower = GeodesicBuffer.of(polygon, -10_000, FINE);
    assertOnTheMap(narrower);
    assertDistance(polygon, narrower, 10_000, 0.005);
    assertTrue(narrower.getArea() < polygon.getArea());
  }

  @Test
  void continentAroundThePole() {
    Geometry cap =
        read(
            "POLYGON ((-180 -90, 180 -90, 180 -75, 120 -68, 60 -70, 0 -72, -60 -65, -120 -74,"
                + " -180 -75, -180 -90))");
    Geometry wider = GeodesicBuffer.of(cap, 50_000, FINE);
    assertOnTheMap(wider);
    assertDistance(cap, wider, 50_000, 0.005);
    assertEquals(-90, wider.getEnvelopeInternal().getMinY());
    assertEquals(1, wider.getNumGeometries());
    Geometry narrower = GeodesicBuffer.of(cap, -50_000, FINE);
    assertOnTheMap(narrower);
    assertDistance(cap, narrower, 50_000, 0.005);
    assertEquals(360, narrower.getEnvelopeInternal().getWidth());
  }

  @Test
  void circleOverThePoleIsClosedAlongIt() {
    Geometry circle = GeodesicBuffer.of(read("POINT (30 89)"), 300_000, FINE);
    assertOnTheMap(circle);
    assertEquals(90, circle.getEnvelopeInternal().getMaxY());
    assertEquals(360, circle.getEnvelopeInternal().getWidth());
    assertTrue(circle.contains(read("POINT (-150 88.6)")));
  }

  @Test
  void circleOverTheDateLineIsCut() {
    Geometry circle = GeodesicBuffer.of(read("POINT (179.95 10)"), 20_000, FINE);
    assertOnTheMap(circle);
    assertEquals(2, circle.getNumGeometries());
    assertTrue(circle.contains(read("POINT (-179.9 10)")));
  }

  @Test
  void lineAroundTheWorld() {
    Geometry line = read("LINESTRING (-170 10, 0 60, 170 -20)");
    Geometry buffer = GeodesicBuffer.of(line, 10_000, FINE);
    assertOnTheMap(buffer);
    assertDistance(line, buffer, 10_000, 0.005);
  }

  @Test
  void pointsAndLinesCannotShrink() {
    assertTrue(GeodesicBuffer.of(read("LINESTRING (0 0, 1 1)"), -5, FINE).isEmpty());
  }

  @Test
  void tooFarIsRefused() {
    assertThrows(TerrellaException.class, () -> GeodesicBuffer.of(read("POINT (0 0)"), 6e6, FINE));
  }

  @Test
  void planeAndBack() {
    Random random = new Random(4);
    for (int i = 0; i < 5000; i++) {
      LocalPlane plane =
          new LocalPlane(360 * random.nextDouble() - 180, 180 * random.nextDouble() - 90);
      double x = 2e6 * (random.nextDouble() - 0.5);
      double y = 2e6 * (random.nextDouble() - 0.5);
      Coordinate place = plane.toDegreesFrom(x, y);
      Coordinate back = plane.toPlane(place.x, place.y);
      assertEquals(0, Math.hypot(back.x - x, back.y - y), 1e-4);
    }
  }
}
