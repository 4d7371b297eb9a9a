package org.terrella.processing.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.terrella.processing.TableAssert.assertSameTable;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.terrella.processing.csv.CsvWriter;
import org.terrella.processing.flatgeobuf.FlatGeobufReader;
import org.terrella.processing.flatgeobuf.FlatGeobufWriter;
import org.terrella.processing.geojson.GeoJsonWriter;

/** Vertices keep a measure beside, or without, a height. */
class MeasuresTest {
  private static final double NONE = Double.NaN;

  @Test
  void widensWithTheFirstMeasure() {
    assertEquals(4, table().geometry().stride());
    assertArrayEquals(
        new double[] {1, 2, NONE, NONE, 3, 4, 5, NONE, 6, 7, NONE, 8, 9, 10, 11, 12},
        table().geometry().coordinates());
  }

  @Test
  void surviveFlatGeobufAndJoining() {
    assertSameTable(table(), FlatGeobufReader.read("t", FlatGeobufWriter.write(table())));
    FeatureTable joined = FeatureTables.concat(List.of(table().slice(0, 1), table().slice(1, 2)));
    assertSameTable(table(), joined);
  }

  @Test
  void areInTextAndNotInGeoJson() {
    String csv = new String(CsvWriter.write(table()), StandardCharsets.UTF_8);
    assertEquals("POINT (1 2)", csv.split("\"")[1]);
    assertEquals("LINESTRING ZM (3 4 5 NaN, 6 7 NaN 8, 9 10 11 12)", csv.split("\"")[3]);
    String json = new String(GeoJsonWriter.write(table()), StandardCharsets.UTF_8);
    assertEquals(
        "[[3,4,5],[6,7],[9,10,11]]",
        json.substring(json.lastIndexOf("\":") + 2, json.lastIndexOf("}}")));
  }

  private static FeatureTable table() {
    TableBuilder builder = new TableBuilder("t");
    builder.geometry().addPoint(1, 2);
    builder.endRow();
    builder.geometry().beginFeature(GeometryType.LINE_STRING);
    builder.geometry().beginPart(GeometryType.LINE_STRING).beginRing();
    builder.geometry().vertex(3, 4, 5).vertex(6, 7, NONE, 8).vertex(9, 10, 11, 12).endFeature();
    return builder.endRow().build();
  }
}
