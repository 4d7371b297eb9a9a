package org.terrella.processing.flatgeobuf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.feature.TableBuilder;

/** An indexed file holds the same features, and its tree finds all of a box and few others. */
class FlatGeobufIndexTest {
  private static FeatureTable points(int count) {
    TableBuilder table =
        new TableBuilder("points").crs(Crs.WGS84).field(new Field("n", FieldType.INTEGER));
    Random random = new Random(7);
    for (int i = 0; i < count; i++) {
      table.geometry().addPoint(random.nextDouble() * 360 - 180, random.nextDouble() * 180 - 90);
      table.column("n").addLong(i);
      table.endRow();
    }
    return table.build();
  }

  private static TreeSet<String> rows(FeatureTable table) {
    TreeSet<String> rows = new TreeSet<>();
    for (int row = 0; row < table.size(); row++) {
      int at = table.geometry().firstVertex(row) * table.geometry().stride();
      double[] all = table.geometry().coordinates();
      rows.add(table.column("n").value(row) + " " + all[at] + " " + all[at + 1]);
    }
    return rows;
  }

  @Test
  void theHeaderTellsOfTheData() {
    for (int count : new int[] {0, 17}) {
      FeatureTable table = points(count);
      byte[] told = FlatGeobufIndex.write(table, "\u00a9 S\u00fcd\nLicence: CC0-1.0");
      String text = new String(told, StandardCharsets.UTF_8);
      assertTrue(text.contains("\u00a9 S\u00fcd\nLicence: CC0-1.0"));
      assertEquals(rows(table), rows(FlatGeobufReader.read("points", told)));
      assertArrayEquals(FlatGeobufIndex.write(table), FlatGeobufIndex.write(table, ""));
    }
  }

  @Test
  void sameFeatures() {
    for (int count : new int[] {1, 2, 16, 17, 256, 257, 5000}) {
      FeatureTable table = points(count);
      FeatureTable read = FlatGeobufReader.read("points", FlatGeobufIndex.write(table));
      assertEquals(rows(table), rows(read), count + " features");
    }
  }

  @Test
  void withoutPositionsNoIndex() {
    TableBuilder table = new TableBuilder("t");
    table.geometry().addPoint(1, 2);
    table.endRow();
    table.geometry().addNone();
    table.endRow();
    FeatureTable built = table.build();
    assertArrayEquals(FlatGeobufWriter.write(built), FlatGeobufIndex.write(built));
  }

  @Test
  void theTreeFindsWhatLiesInABox() {
    FeatureTable table = points(5000);
    byte[] file = FlatGeobufIndex.write(table);
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int tree = 12 + bytes.getInt(8);
    int leaves = 5000;
    int nodes = 5000 + 313 + 20 + 2 + 1;
    int features = tree + nodes * 40;
    double[] box = {5, 45, 15, 55};
    int[] visited = {0};
    int found = search(bytes, tree, 0, nodes - leaves, box, features, visited);
    int expected = 0;
    for (int row = 0; row < table.size(); row++) {
      double x = table.geometry().coordinates()[2 * row];
      double y = table.geometry().coordinates()[2 * row + 1];
      expected += x >= 5 && x <= 15 && y >= 45 && y <= 55 ? 1 : 0;
    }
    assertEquals(expected, found);
    assertTrue(visited[0] < 400, visited[0] + " of " + nodes + " nodes were visited");
  }

  /** Goes down from a node and counts the leaves in the box, each of which leads to a feature. */
  private static int search(
      ByteBuffer bytes, int tree, int node, int firstLeaf, double[] box, int features, int[] seen) {
    seen[0]++;
    int at = tree + node * 40;
    boolean outside =
        bytes.getDouble(at) > box[2]
            || bytes.getDouble(at + 8) > box[3]
            || bytes.getDouble(at + 16) < box[0]
            || bytes.getDouble(at + 24) < box[1];
    if (outside) {
      return 0;
    }
    long offset = bytes.getLong(at + 32);
    if (node >= firstLeaf) {
      int feature = features + (int) offset;
      assertTrue(feature + 4 + bytes.getInt(feature) <= bytes.capacity());
      return 1;
    }
    int found = 0;
    int end = Math.min((int) offset + 16, levelEnd((int) offset));
    for (int child = (int) offset; child < end; child++) {
      found += search(bytes, tree, child, firstLeaf, box, features, seen);
    }
    return found;
  }

  private static int levelEnd(int node) {
    int end = 0;
    for (int count : new int[] {1, 2, 20, 313, 5000}) {
      end += count;
      if (node < end) {
        return end;
      }
    }
    return end;
  }
}
