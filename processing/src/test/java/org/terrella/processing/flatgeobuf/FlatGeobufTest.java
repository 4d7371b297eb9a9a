package org.terrella.processing.flatgeobuf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.terrella.processing.TableAssert.assertSameTable;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.terrella.error.TerrellaException;
import org.terrella.processing.TestData;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.feature.GeometryType;
import org.terrella.processing.feature.TableBuilder;
import org.terrella.processing.geojson.GeoJsonReader;
import org.terrella.processing.geojson.GeoJsonWriter;

class FlatGeobufTest {
  @ParameterizedTest
  @CsvSource({
    "countries,179,MULTI_POLYGON,EPSG:4326,2",
    "alldatatypes,1,POINT,'',15",
    "empty,0,NONE,EPSG:4326,-1",
    "heterogeneous,3,NONE,'',-1",
    "mp_overlapping,2,MULTI_POLYGON,EPSG:4326,-1",
    "no_properties,1,POINT,'',0",
    "poly00,10,POLYGON,EPSG:27700,-1",
    "unknown_feature_count,1,POLYGON,EPSG:4326,-1",
    "tiger_roads_manhattan_utm18n,2000,LINE_STRING,EPSG:26918,-1"
  })
  void readsFilesOfOtherPrograms(
      String name, int features, GeometryType type, String crs, int fields) {
    FeatureTable table = FlatGeobufReader.read("t", TestData.read("vector/fgb/" + name + ".fgb"));
    assertEquals(features, table.size());
    assertEquals(crs, table.crs().id());
    if (type != GeometryType.NONE) {
      assertEquals(type, table.geometry().type(0));
    }
    if (fields >= 0) {
      assertEquals(fields, table.columns().size());
    }
    assertSameTable(table, FlatGeobufReader.read("t", FlatGeobufWriter.write(table)));
  }

  @Test
  void readsEveryColumnType() {
    FeatureTable table = FlatGeobufReader.read("t", TestData.read("vector/fgb/alldatatypes.fgb"));
    assertEquals(-1L, table.column("byte").value(0));
    assertEquals(255L, table.column("ubyte").value(0));
    assertEquals(true, table.column("bool").value(0));
    assertEquals(-1L, table.column("short").value(0));
    assertEquals(65535L, table.column("ushort").value(0));
    assertEquals(-1L, table.column("int").value(0));
    assertEquals(4294967295L, table.column("uint").value(0));
    assertEquals(-1L, table.column("long").value(0));
    assertEquals("18446744073709551615", table.column("ulong").value(0));
    assertEquals(0.0, table.column("float").value(0));
    assertEquals(0.0, table.column("double").value(0));
    assertEquals("X", table.column("string").value(0));
    assertEquals("X", table.column("json").value(0));
    assertEquals("2020-02-29T12:34:56Z", table.column("datetime").value(0));
    assertEquals(FieldType.DATE_TIME, table.column("datetime").field().type());
    assertEquals("WA==", table.column("binary").value(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "geometry_types",
        "usgs_earthquakes",
        "nybb_epsg2263_crs_member",
        "null_geometry",
        "ne_110m_countries"
      })
  void roundTripsThroughBothFormats(String name) {
    byte[] file = TestData.read("vector/geojson/" + name + ".geojson");
    FeatureTable table = GeoJsonReader.read("t", file);
    FeatureTable back = FlatGeobufReader.read("t", FlatGeobufWriter.write(table));
    assertSameTable(table, back);
    assertArrayEquals(GeoJsonWriter.write(table), GeoJsonWriter.write(back));
  }

  @Test
  void keepsTypesNullsIdentifiersAndAFieldCalledFid() {
    TableBuilder builder = new TableBuilder("t").crs(new Crs("ESRI:54009", "WKT", false, 0));
    for (FieldType type : FieldType.values()) {
      builder.field(new Field("of " + type, type));
      builder.field(new Field("no " + type, type));
    }
    builder.column("fid").addLong(Long.MIN_VALUE);
    builder.column("id").addLong(5);
    builder.column("of BOOLEAN").addBoolean(true);
    builder.column("of INTEGER").addLong(-7);
    builder.column("of REAL").addDouble(Double.NaN);
    builder.column("of STRING").addText("");
    builder.column("of DATE").addText("2026-11-21");
    builder.column("of DATE_TIME").addText("2026-11-21T00:00:00Z");
    builder.column("of JSON").addJson("{\"a\":[]}");
    builder.column("of BINARY").add(new byte[] {0, 1, 2});
    builder.column("of INTEGER64").addLong(Long.MAX_VALUE);
    builder.column("of TIME").addText("23:59:59.5");
    builder.id("first").endRow();
    builder.geometry().beginFeature(GeometryType.POINT).endFeature();
    builder.endRow();
    FeatureTable table = builder.build();
    FeatureTable back = FlatGeobufReader.read("x", FlatGeobufWriter.write(table));
    assertSameTable(table, back);
  }

  @Test
  void keepsCollectionsAndMixedHeights() {
    String json =
        "{'type':'FeatureCollection','name':'t','features':["
            + "{'type':'Feature','geometry':{'type':'GeometryCollection','geometries':["
            + "{'type':'Point','coordinates':[1,2,3]},{'type':'Polygon','coordinates':"
            + "[[[0,0],[9,0],[9,9],[0,0]],[[5,1],[6,1],[6,2],[5,1]]]}]}},"
            + "{'type':'Feature','geometry':{'type':'LineString','coordinates':[[0,0],[1,1,1]]}},"
            + "{'type':'Feature','geometry':{'type':'MultiPolygon','coordinates':[]}},"
            + "{'type':'Feature','geometry':{'type':'GeometryCollection','geometries':[]}}]}";
    FeatureTable table =
        GeoJsonReader.read("t", json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    assertSameTable(table, FlatGeobufReader.read("t", FlatGeobufWriter.write(table)));
  }

  @Test
  void buffersBeginAtMultiplesOfEight() {
    byte[] file = FlatGeobufWriter.write(new TableBuilder("abc").endRow().endRow().build());
    int headerSize = file[8] & 0xFF | (file[9] & 0xFF) << 8;
    assertEquals(0, (8 + 4 + headerSize) % 8);
    assertEquals(0, file.length % 8);
  }

  @Test
  void saysWhatIsWrongWithBadFiles() {
    assertFails("is not a FlatGeobuf file", TestData.read("bad/flatgeobuf_bad_magic.fgb"));
    assertFails("at byte", TestData.read("bad/flatgeobuf_truncated.fgb"));
    assertFails("is not a FlatGeobuf file", new byte[0]);
    byte[] old = {'f', 'g', 'b', 2, 'f', 'g', 'b', 0, 0, 0, 0, 0};
    assertFails("version 2", old);
  }

  @Test
  void anyTruncationIsMalformed() {
    byte[] file = sample();
    for (int length = 0; length < file.length; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      assertThrows(TerrellaException.class, () -> FlatGeobufReader.read("t", cut));
    }
  }

  @Test
  void damageNeverGivesAnotherException() {
    Random random = new Random(7);
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] file = sample();
      for (int n = random.nextInt(4); n >= 0; n--) {
        int at = random.nextInt(file.length);
        file[at] = (byte) (random.nextBoolean() ? random.nextInt(256) : random.nextInt(9));
      }
      try {
        FlatGeobufReader.read("t", file);
      } catch (TerrellaException expected) {
        refused++;
      }
    }
    assertTrue(refused > 1000, refused + " refused");
  }

  private static byte[] sample() {
    String json =
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"id\":1,"
            + "\"properties\":{\"a\":1,\"b\":\"text\",\"c\":{\"x\":1}},\"geometry\":{\"type\":"
            + "\"MultiPolygon\",\"coordinates\":[[[[0,0],[9,0],[9,9],[0,0]],[[5,1],[6,1],[6,2],"
            + "[5,1]]]]}},{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\","
            + "\"coordinates\":[1,2,3]}}]}";
    return FlatGeobufWriter.write(GeoJsonReader.read("t", json.getBytes(StandardCharsets.UTF_8)));
  }

  private static void assertFails(String message, byte[] file) {
    TerrellaException error =
        assertThrows(TerrellaException.class, () -> FlatGeobufReader.read("t", file));
    assertTrue(error.getMessage().contains(message), error.getMessage());
  }
}
