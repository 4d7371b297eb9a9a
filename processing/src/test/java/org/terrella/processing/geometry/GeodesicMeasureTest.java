package org.terrella.processing.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.terrella.processing.feature.Crs;

/** Lengths and areas that follow from the ellipsoid, or that others computed. */
class GeodesicMeasureTest {
  private static final GeodesicMeasure WGS84 = GeodesicMeasure.of(Crs.WGS84, Ellipsoid.WGS84);
  private static final double QUADRANT = 10_001_965.729313;

  @Test
  void measuresMeridiansAndTheEquator() {
    assertEquals(QUADRANT, WGS84.length(line(0, 0, 0, 90)), 1e-5);
    assertEquals(2 * QUADRANT, WGS84.length(line(0, 0, 180, 0)), 1e-5, "over the pole");
    assertEquals(Math.toRadians(90) * 6_378_137, WGS84.length(line(0, 0, 90, 0)), 1e-6);
    assertEquals(0, WGS84.length(line(5, 5, 5, 5)));
  }

  /** Vincenty's line from Flinders Peak to Buninyong, which Geoscience Australia publishes. */
  @Test
  void measuresALineOfASurvey() {
    Ellipsoid grs80 = new Ellipsoid(6_378_137, 1 / 298.257222101);
    double x1 = 144 + 25 / 60.0 + 29.52440 / 3600;
    double y1 = -(37 + 57 / 60.0 + 3.72030 / 3600);
    double x2 = 143 + 55 / 60.0 + 35.38390 / 3600;
    double y2 = -(37 + 39 / 60.0 + 10.15610 / 3600);
    double length = GeodesicMeasure.of(Crs.WGS84, grs80).length(line(x1, y1, x2, y2));
    assertEquals(54_972.271, length, 0.001);
  }

  @Test
  void measuresNearlyOppositePoints() {
    double there = WGS84.length(line(0, -30, 179.6, 29.8));
    assertEquals(there, WGS84.length(line(179.6, 29.8, 0, -30)), 1e-7);
    assertEquals(there, WGS84.length(line(0, 30, -179.6, -29.8)), 1e-7);
  }

  @Test
  void measuresAnEighthOfTheEllipsoid() {
    Geometry octant = polygon(0, 0, 90, 0, 0, 90);
    assertEquals(63_758_202_715_511.0, WGS84.area(octant), 1);
    assertEquals(2 * QUADRANT + Math.toRadians(90) * 6_378_137, WGS84.perimeter(octant), 1e-4);
    assertEquals(0, WGS84.length(octant));
  }

  /** Around the pole, and around where the equator meets Greenwich. */
  @Test
  void measuresSquares() {
    Geometry pole = polygon(0, 89, 90, 89, 180, 89, -90, 89);
    assertEquals(24_952_305_678.0, WGS84.area(pole), 1);
    assertEquals(631_819.8745, WGS84.perimeter(pole), 1e-4);
    Geometry greenwich = polygon(0, -1, -1, 0, 0, 1, 1, 0);
    assertEquals(24_619_419_146.0, WGS84.area(greenwich), 1);
    assertEquals(24_619_419_146.0, WGS84.area(greenwich.reverse()), 1);
  }

  @Test
  void subtractsHolesAndPassesOverWhatIsEmpty() {
    LinearRing shell = ring(0, 0, 4, 0, 4, 3, 0, 3);
    LinearRing hole = ring(1, 1, 2, 1, 2, 2, 1, 2);
    Geometry holed = JtsGeometries.FACTORY.createPolygon(shell, new LinearRing[] {hole});
    double whole = WGS84.area(polygon(0, 0, 4, 0, 4, 3, 0, 3));
    assertEquals(whole - WGS84.area(polygon(1, 1, 2, 1, 2, 2, 1, 2)), WGS84.area(holed), 1);
    assertEquals(0, WGS84.area(JtsGeometries.FACTORY.createPolygon()));
    assertEquals(0, WGS84.area(line(0, 0, 1, 1)));
    assertEquals(0, WGS84.perimeter(JtsGeometries.FACTORY.createPoint()));
  }

  @Test
  void takesWebMercatorBackToDegrees() {
    double radius = 6_378_137;
    double x = Math.toRadians(4) * radius;
    double y = Math.log(Math.tan(Math.PI / 4 + Math.toRadians(3) / 2)) * radius;
    Geometry box = polygon(0, 0, x, 0, x, y, 0, y);
    GeodesicMeasure mercator = GeodesicMeasure.of(Crs.WEB_MERCATOR, Ellipsoid.WGS84);
    assertEquals(WGS84.area(polygon(0, 0, 4, 0, 4, 3, 0, 3)), mercator.area(box), 10);
    assertTrue(GeodesicMeasure.canMeasure(Crs.WEB_MERCATOR));
    assertFalse(GeodesicMeasure.canMeasure(new Crs("EPSG:32631", "", false, 1)));
  }

  private static Geometry line(double... ordinates) {
    return JtsGeometries.FACTORY.createLineString(vertices(ordinates));
  }

  private static Geometry polygon(double... ordinates) {
    return JtsGeometries.FACTORY.createPolygon(ring(ordinates));
  }

  private static LinearRing ring(double... ordinates) {
    Coordinate[] open = vertices(ordinates);
    Coordinate[] closed = Arrays.copyOf(open, open.length + 1);
    closed[open.length] = open[0];
    return JtsGeometries.FACTORY.createLinearRing(closed);
  }

  private static Coordinate[] vertices(double... ordinates) {
    Coordinate[] vertices = new Coordinate[ordinates.length / 2];
    for (int i = 0; i < vertices.length; i++) {
      vertices[i] = new Coordinate(ordinates[2 * i], ordinates[2 * i + 1]);
    }
    return vertices;
  }
}
