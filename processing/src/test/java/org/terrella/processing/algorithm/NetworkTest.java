package org.terrella.processing.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.terrella.error.TerrellaException;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;

/** Ways along lines, in a plane whose units are metres. */
class NetworkTest {
  private static final Crs PLANE = new Crs("LOCAL", "", false, 1);

  private static FeatureTable table(String... wkt) {
    return Tables.ofWkt(PLANE, wkt);
  }

  /** A rectangle of ways: 10 along the bottom (class 0), 10 + 6 + 6 over the top (class 1). */
  private static final FeatureTable RECTANGLE =
      table("LINESTRING (0 0, 10 0)", "LINESTRING (0 0, 0 6, 10 6, 10 0)", null);

  private static Results run(String id, String json, FeatureTable... tables) {
    return Tables.results(id, json, tables);
  }

  private static Results path(String more) {
    return run(
        "native:shortestpathpointtopoint",
        "{'START_POINT': '0,-1', 'END_POINT': '11,1'" + more + "}",
        RECTANGLE);
  }

  private static List<String> rows(Results results) {
    return Told.rows(results.table("OUTPUT"), 0);
  }

  @Test
  void theShortestWay() {
    assertEquals(
        List.of("LINESTRING (0 0, 10 0, 10 1) start=0, -1 end=11, 1 cost=11.0"), rows(path("")));
    assertEquals(11, path("").values().number("TRAVEL_COST"));
  }

  @Test
  void directionsAreKept() {
    String oneWay = ", 'DIRECTION_FIELD': 'class', 'VALUE_BACKWARD': '0', 'DEFAULT_DIRECTION': 0";
    assertEquals(
        List.of("LINESTRING (0 0, 0 6, 10 6, 10 1) start=0, -1 end=11, 1 cost=21.0"),
        rows(path(oneWay)));
    assertThrows(TerrellaException.class, () -> path(", 'DEFAULT_DIRECTION': 1"));
  }

  /** The speed of class 1 is 1 km/h, that of class 0 the default, for 0 is none. */
  @Test
  void theFastestWay() {
    assertEquals(
        (10 / 50.0 + 1) / 1000,
        path(", 'STRATEGY': 1, 'SPEED_FIELD': 'class'").values().number("TRAVEL_COST"),
        1e-15);
    Results slow = path(", 'STRATEGY': 'Fastest', 'SPEED_FIELD': 'class', 'DEFAULT_SPEED': 0.4");
    assertEquals(0.021, slow.values().number("TRAVEL_COST"), 1e-15);
  }

  @Test
  void lengthsInDegreesAreMeasuredOnTheEllipsoid() {
    Results results =
        run(
            "native:shortestpathpointtopoint",
            "{'START_POINT': '0,0', 'END_POINT': '2,0'}",
            Tables.ofWkt(Crs.WGS84, "LINESTRING (0 0, 1 0, 2 0)"));
    assertEquals(222_638.9816, results.values().number("TRAVEL_COST"), 1e-3);
  }

  @Test
  void linesMeetWithinATolerance() {
    FeatureTable gap = table("LINESTRING (0 0, 5 0)", "LINESTRING (5.2 0, 9 0)");
    String points = "{'START_POINT': '0,0', 'END_POINT': '9,0', 'TOLERANCE': ";
    assertThrows(
        TerrellaException.class,
        () -> run("native:shortestpathpointtopoint", points + "0.1}", gap));
    assertEquals(
        List.of("LINESTRING (0 0, 5 0, 9 0) start=0, 0 end=9, 0 cost=9.0"),
        rows(run("native:shortestpathpointtopoint", points + "0.3}", gap)));
    assertThrows(
        TerrellaException.class,
        () -> run("native:shortestpathpointtopoint", points + "0}", table()));
  }

  @Test
  void waysFromAndToLayers() {
    FeatureTable points = table("POINT (4 1)", null, "MULTIPOINT (10 0, 50 50)");
    FeatureTable network = table("LINESTRING (0 0, 10 0)", "LINESTRING (50 50, 60 50)");
    assertEquals(
        List.of(
            "LINESTRING (4 0, 0 0) class=0 start=4, 1 end=0, 0 cost=4.0",
            "LINESTRING (10 0, 4 0, 0 0) class=2 start=10, 0 end=0, 0 cost=10.0",
            "NULL class=2 start=50, 50 end=null cost=null"),
        rows(run("native:shortestpathlayertopoint", "{'END_POINT': '0,0'}", network, points)));
    assertEquals(
        List.of(
            "LINESTRING (0 0, 4 0) class=0 start=0, 0 end=4, 1 cost=4.0",
            "LINESTRING (0 0, 4 0, 10 0) class=2 start=0, 0 end=10, 0 cost=10.0",
            "NULL class=2 start=null end=50, 50 cost=null"),
        rows(run("native:shortestpathpointtolayer", "{'START_POINT': '0,0'}", network, points)));
  }

  @Test
  void whatCanBeReached() {
    FeatureTable cross = table("LINESTRING (-3 0, 0 0, 8 0)", "LINESTRING (0 0, 0 3, 0 9)");
    Results results =
        run(
            "native:serviceareafrompoint",
            "{'START_POINT': '0,0', 'TRAVEL_COST2': 4, 'INCLUDE_BOUNDS': true, 'OUTPUT':"
                + " 'TEMPORARY_OUTPUT'}",
            cross);
    assertEquals(
        List.of(
            "MULTILINESTRING ((-3 0, 0 0), (0 0, 4 0), (0 0, 0 3), (0 3, 0 4)) type=lines"
                + " start=0, 0"),
        Told.rows(results.table("OUTPUT_LINES"), 0));
    assertEquals(
        List.of(
            "MULTIPOINT ((4 0), (0 4), (-3 0), (0 0), (0 3)) type=within start=0, 0",
            "MULTIPOINT ((8 0), (0 9)) type=upper start=0, 0",
            "MULTIPOINT ((0 0), (0 3)) type=lower start=0, 0"),
        rows(results));
    // At 50 km/h an hour leads 50 km far.
    Results layer =
        run(
            "native:serviceareafromlayer",
            "{'STRATEGY': 1, 'TRAVEL_COST2': 0.00002}",
            cross,
            table("POINT (8 1)", null));
    assertEquals(
        List.of("MULTILINESTRING ((8 0, 7 0)) class=0 type=lines start=8, 1"),
        Told.rows(layer.table("OUTPUT_LINES"), 0));
    assertEquals(
        "MULTILINESTRING ((8 0, 7 0))",
        Told.geometry(
            run(
                    "native:serviceareafromlayer",
                    "{'STRATEGY': 1, 'TRAVEL_COST': 0.072}",
                    cross,
                    table("POINT (8 1)"))
                .table("OUTPUT_LINES"),
            0));
  }

  /** On a grid of unit streets the way is as long as the rectangle's sides. */
  @Test
  void waysInATownOfBlocks() {
    List<String> streets = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      StringBuilder east = new StringBuilder("LINESTRING (");
      StringBuilder north = new StringBuilder("LINESTRING (");
      for (int k = 0; k < 12; k++) {
        east.append(k == 0 ? "" : ", ").append(k).append(' ').append(i);
        north.append(k == 0 ? "" : ", ").append(i).append(' ').append(k);
      }
      streets.add(east + ")");
      streets.add(north + ")");
    }
    FeatureTable town = table(streets.toArray(new String[0]));
    Random random = new Random(4);
    for (int i = 0; i < 20; i++) {
      int x = random.nextInt(12);
      int y = random.nextInt(11) + 1;
      Results results =
          run(
              "native:shortestpathpointtopoint",
              "{'START_POINT': '0,0', 'END_POINT': '" + x + "," + y + "'}",
              town);
      assertEquals(x + y, results.values().number("TRAVEL_COST"));
      assertTrue(Tables.geometry(results.table("OUTPUT"), 0).isSimple());
    }
  }
}
