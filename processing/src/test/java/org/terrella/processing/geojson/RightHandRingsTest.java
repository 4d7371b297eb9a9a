package org.terrella.processing.geojson;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** RFC 7946, section 3.1.6: outer rings counterclockwise, holes clockwise. */
class RightHandRingsTest {
  private static String turned(String rings, int decimals) {
    String json = "{\"type\":\"Polygon\",\"coordinates\":" + rings + "}";
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    GeoJsonReader reader = new GeoJsonReader("t");
    reader.feed(bytes, 0, bytes.length);
    byte[] written = GeoJsonWriter.write(RightHandRings.of(reader.finish(), decimals));
    return new String(written, StandardCharsets.UTF_8);
  }

  @Test
  void ringsAreTurned() {
    String outer = "[[0,0],[4,0],[4,4],[0,4],[0,0]]";
    String clockwise = "[[0,0],[0,4],[4,4],[4,0],[0,0]]";
    String hole = "[[1,1],[1,2],[2,2],[2,1],[1,1]]";
    String reversedHole = "[[1,1],[2,1],[2,2],[1,2],[1,1]]";
    String right = "[" + outer + "," + hole + "]";
    assertTrue(turned(right, -1).contains(right));
    assertTrue(turned("[" + clockwise + "," + reversedHole + "]", -1).contains(right));
  }

  @Test
  void decimalsAreCut() {
    String written = turned("[[[0,0],[0.12345678901,0],[1,1.00000004],[0,0]]]", 7);
    assertTrue(written.contains("[0.1234568,0],[1,1]"), written);
  }
}
