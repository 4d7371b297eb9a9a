package org.locationtech.jts.noding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

class MCIndexNoderTest {
  /** With few chains, which are compared in pairs, and with many, which are indexed. */
  @ParameterizedTest
  @ValueSource(ints = {1, 5, 40, 300})
  void nodesAsTheNoderThatComparesAllSegments(int lines) {
    SimpleNoder judge = new SimpleNoder();
    judge.setSegmentIntersector(new IntersectionAdder(new RobustLineIntersector()));
    judge.computeNodes(lines(lines));
    MCIndexNoder noder = new MCIndexNoder(new IntersectionAdder(new RobustLineIntersector()));
    noder.computeNodes(lines(lines));
    assertEquals(texts(judge.getNodedSubstrings()), texts(noder.getNodedSubstrings()));
  }

  @Test
  void itsIndexHasAllChains() {
    MCIndexNoder noder = new MCIndexNoder(new IntersectionAdder(new RobustLineIntersector()));
    noder.computeNodes(lines(3));
    assertEquals(
        noder.getMonotoneChains().size(),
        noder.getIndex().query(new Envelope(-1e9, 1e9, -1e9, 1e9)).size());
    assertTrue(noder.getMonotoneChains().size() > 3);
  }

  private static List<SegmentString> lines(int count) {
    Random random = new Random(count);
    List<SegmentString> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Coordinate[] points = new Coordinate[12];
      Coordinate at = new Coordinate(random.nextDouble() * 30, random.nextDouble() * 30);
      for (int k = 0; k < points.length; k++) {
        points[k] = at;
        at = new Coordinate(at.x + random.nextGaussian(), at.y + random.nextGaussian());
      }
      lines.add(new NodedSegmentString(points, i));
    }
    return lines;
  }

  private static List<String> texts(Collection<?> strings) {
    return strings.stream()
        .map(string -> Arrays.toString(((SegmentString) string).getCoordinates()))
        .sorted()
        .toList();
  }
}
