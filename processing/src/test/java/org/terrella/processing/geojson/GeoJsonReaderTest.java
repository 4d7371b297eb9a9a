package org.terrella.processing.geojson;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
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

class GeoJsonReaderTest {
  @Test
  void readsEveryGeometryType() {
    FeatureTable table = read(TestData.read("vector/geojson/geometry_types.geojson"));
    assertEquals(11, table.size());
    assertEquals("geometry types", table.name());
    assertEquals(Crs.WGS84, table.crs());
    StringBuilder types = new StringBuilder();
    for (int row = 0; row < table.size(); row++) {
      types.append(table.geometry().types()[row]);
    }
    assertEquals("14253677011", types.toString());
    assertEquals("pt-1", table.ids().value(0));
    assertEquals("2", table.ids().value(1));
    assertNull(table.ids().value(2));
    assertEquals(new Field("n", FieldType.REAL), table.column("n").field());
    assertEquals(new Field("flag", FieldType.BOOLEAN), table.column("flag").field());
    assertEquals(new Field("obj", FieldType.JSON), table.column("obj").field());
    assertEquals("{\"a\":1}", table.column("obj").value(0));
    assertEquals("[1,2]", table.column("arr").value(0));
    assertEquals("🗺️", table.column("emoji").value(10));
    assertEquals(30, table.geometry().coordinates()[3 * table.geometry().endVertex(2) - 1]);
    assertEquals(3, table.geometry().partOffsets()[7] - table.geometry().partOffsets()[6]);
  }

  @ParameterizedTest
  @CsvSource({
    "vector/geojson/usgs_earthquakes.geojson,6107,6107",
    "vector/geojson/tiger_roads_manhattan.geojson,8333,-1",
    "vector/geojson/ne_110m_cities.geojson,243,243",
    "vector/geojson/ne_110m_cities.geojsonl,243,243",
    "vector/geojson/ne_110m_cities.rs.geojsons,243,243",
    "vector/geojson/null_geometry.geojson,2,-1",
    "vector/geojson/large_ne_50m_countries_dense.geojson,242,262482",
    "vector/geojson/ne_110m_countries.geojson,177,-1",
    "bad/<img src=x onerror=alert(1)>.geojson,1,1",
    "bad/geojson_utf8_bom.geojson,1,1",
    "bad/geojson_prototype_keys.geojson,1,1",
    "bad/geojson_script_injection.geojson,-1,-1",
    "bad/geojson_self_intersecting.geojson,-1,-1"
  })
  void countsWhatTheFilesHold(String path, int features, int vertices) {
    FeatureTable table = read(TestData.read(path));
    assertEquals(features < 0 ? table.size() : features, table.size());
    assertEquals(
        vertices < 0 ? table.geometry().vertexCount() : vertices, table.geometry().vertexCount());
    assertTrue(table.size() > 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "empty.geojson|the text is empty",
        "whitespace_only.geojson|nothing but white space",
        "geojson_bad_coordinates.geojson|feature 4: there is text in the coordinates",
        "geojson_bad_structure.geojson|feature 1: a member of \"features\" is null, not a Feature",
        "geojson_deep_coordinates_1e5.geojson|feature 1: nested deeper than 1000",
        "geojson_deep_geometrycollection_5000.geojson|feature 1: nested deeper than 1000",
        "geojson_deep_properties_1e5.geojson|feature 1: nested deeper than 1000",
        "geojson_features_not_array.geojson|\"features\" is an object, not an array",
        "geojson_invalid_utf8.geojson|is not valid UTF-8",
        "geojson_nan_infinity.geojson|feature 1: NaN is not a JSON value",
        "geojson_trailing_comma_comments.geojson|comments are not allowed",
        "geojson_truncated.geojson|the text ends",
        "geojson_unclosed_rings.geojson|feature 2: a ring has 3 positions",
        "geojson_utf16le.geojson|UTF-16",
        "../vector/topojson/ne_110m_countries.topojson|is TopoJSON"
      })
  void saysWhatIsWrongWithBadFiles(String path, String message) {
    byte[] file = TestData.read("bad/" + path);
    TerrellaException error = assertThrows(TerrellaException.class, () -> read(file));
    assertTrue(error.getMessage().contains(message), error.getMessage());
  }

  @Test
  void damageNeverGivesAnotherException() {
    byte[] sound =
        ("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"id\":1,\"properties\":"
                + "{\"n\":-1.5e3,\"t\":\"\\u00e9\\n\",\"o\":{\"x\":[1]}},\"geometry\":{\"type\":\"Polygon\","
                + "\"coordinates\":[[[0,0],[9,0],[9,9],[0,0]]]}},{\"type\":\"Feature\",\"properties\":null,"
                + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2,3]}}]}")
            .getBytes(StandardCharsets.UTF_8);
    int refused = 0;
    for (int length = 0; length < sound.length; length++) {
      byte[] cut = Arrays.copyOf(sound, length);
      assertThrows(TerrellaException.class, () -> read(cut));
    }
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      byte[] file = sound.clone();
      for (int n = random.nextInt(4); n >= 0; n--) {
        file[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
      }
      try {
        read(file);
      } catch (TerrellaException expected) {
        refused++;
      }
    }
    assertTrue(refused > 1000, refused + " refused");
  }

  @Test
  void keepsNumbersThatFitNoType() {
    FeatureTable table = read(TestData.read("bad/geojson_duplicate_ids_big_ints.geojson"));
    assertEquals("9007199254740993", table.column("n").value(0));
    assertEquals("1e400", table.column("n").value(1));
    assertEquals(2L, table.column("v").value(0));
    assertEquals("5", table.column("mixed").value(2));
    assertEquals("1", table.ids().value(2));
  }

  @Test
  void keepsTheCodeOfASystemItDoesNotKnow() {
    assertEquals("EPSG:999999", read(TestData.read("bad/geojson_unknown_crs.geojson")).crs().id());
    assertEquals(
        "EPSG:2263",
        read(TestData.read("vector/geojson/nybb_epsg2263_crs_member.geojson")).crs().id());
  }

  @ParameterizedTest
  @CsvSource({
    "EPSG:3857,EPSG:3857",
    "urn:ogc:def:crs:OGC:1.3:CRS84,EPSG:4326",
    "urn:ogc:def:crs:EPSG:6.6:25832,EPSG:25832",
    "http://www.opengis.net/def/crs/EPSG/0/2056,EPSG:2056",
    "OGC:CRS84,EPSG:4326",
    "ESRI:54009,ESRI:54009"
  })
  void readsTheNamesOfSystems(String name, String id) {
    assertEquals(id, GeoJsonCrs.ofName(name).id());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'features':[{'geometry':{'coordinates':[1,2],'type':'Point'},'properties':{'a':1},"
            + "'id':7,'type':'Feature'}],'type':'FeatureCollection'}",
        "{'geometry':{'coordinates':[1,2],'type':'Point'},'properties':{'a':1},'id':7,'type':'Feature'}",
        "{'id':7,'type':'Feature','properties':{'a':1},'bbox':[0,0,1,1],'x':{'features':[]},"
            + "'geometry':{'type':'Point','x':[[{}]],'coordinates':[1,2,null_]}}",
      })
  void takesMembersInAnyOrder(String quotes) {
    String json = quotes.replace('\'', '"').replace(",null_", "");
    FeatureTable table = read(json);
    assertEquals(1, table.size());
    assertArrayEquals(new double[] {1, 2}, table.geometry().coordinates());
    assertEquals(1L, table.column("a").value(0));
    assertEquals("7", table.ids().value(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'type':'Point','coordinates':[1,2,3,4]}|POINT|1",
        "{'coordinates':[[1,2],[3,4]],'type':'MultiPoint'}|MULTI_POINT|2",
        "{'type':'Point','coordinates':[]}|POINT|0",
        "{'type':'Polygon','coordinates':[[]]}|POLYGON|0",
        "{'type':'MultiPolygon','coordinates':[[],[[]],[[[0,0],[1,0],[1,1]]]]}|MULTI_POLYGON|1",
        "{'type':'MultiPolygon','coordinates':[[[[0,0],[1,0],[1,1]]],[[[0,0],[1,0],[1,1]]]]}|MULTI_POLYGON|2",
        "{'type':'MultiLineString','coordinates':[[[0,0],[1,0]],[],[[1,1],[2,2]]]}|MULTI_LINE_STRING|2",
        "{'geometries':[{'type':'Point','coordinates':[1,2]}],'type':'GeometryCollection'}|GEOMETRY_COLLECTION|1",
        "{'type':'GeometryCollection','geometries':[{'type':'Point','coordinates':[1,2]},{'type':'MultiPoint','coordinates':[[1,2],[2,2]]}]}|GEOMETRY_COLLECTION|3",
        "{'type':'GeometryCollection','geometries':[]}|GEOMETRY_COLLECTION|0"
      })
  void readsBareGeometries(String quotes, GeometryType type, int parts) {
    FeatureTable table = read(quotes.replace('\'', '"'));
    assertEquals(type, table.geometry().type(0));
    assertEquals(parts, table.geometry().partOffsets()[1]);
  }

  @Test
  void closesOpenRings() {
    FeatureTable table = read("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1]]]}");
    assertArrayEquals(new double[] {0, 0, 1, 0, 1, 1, 0, 0}, table.geometry().coordinates());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]|the JSON text is an array",
        "7|the JSON text is a number",
        "{}|has no \"type\"",
        "{'a':1}|has no \"type\"",
        "{'type':'FeatureCollection'}|has no \"features\"",
        "{'type':'Feature','geometry':{'type':'Circle'}}|\"Circle\" is no geometry type",
        "{'type':'Feature','geometry':{'type':'Point'}}|has no \"coordinates\"",
        "{'type':'Feature','geometry':7}|a geometry is a number",
        "{'type':'Feature','properties':[]}|\"properties\" is an array",
        "{'type':'Feature','id':{}}|\"id\" is an object",
        "{'type':'Point','coordinates':[1]}|only one number",
        "{'type':'Point','coordinates':[[1,2]]}|nested deeper than a Point",
        "{'type':'Point','coordinates':[1,[2]]}|array among its numbers",
        "{'type':'Point','coordinates':[[1],2]}|only one number",
        "{'type':'Point','coordinates':[[1,1],2]}|numbers and arrays are mixed",
        "{'type':'Point','coordinates':[1,1e999]}|too large",
        "{'type':'Point','coordinates':null}|\"coordinates\" is null",
        "{'type':'LineString','coordinates':[[]]}|empty position",
        "{'type':'LineString','coordinates':[[1,2]]}|only one position",
        "{'type':'Polygon','coordinates':[[1,2],[3,4]]}|nested less than a Polygon",
        "{'type':'Polygon','coordinates':[[],[[0,0],[1,0],[1,1]]]}|outer ring is empty",
        "{'type':'Point','type':'Polygon','coordinates':[]}|comes twice",
        "{'type':'Feature','geometry':{'type':'Point','coordinates':[1,2]},'geometry':{'type':'Point','coordinates':[1,2]}}|comes twice",
        "{'type':'FeatureCollection','features':[{'type':'Feature'},{'type':'Point','coordinates':[1,2]}]}|feature 2: a member of \"features\" has the type \"Point\"",
        "{'type':'FeatureCollection','features':[{}]}|feature 1: a member of \"features\" has no \"type\"",
        "{'type':'GeometryCollection'}|has no \"geometries\"",
        "{'type':'GeometryCollection','geometries':[null]}|a geometry is null",
        "{'geometries':[],'type':'Point','coordinates':[1,2]}|but the type is Point",
        "{'features':[],'type':'Feature'}|not FeatureCollection"
      })
  void namesTheFeatureAndTheReason(String quotes, String message) {
    TerrellaException error =
        assertThrows(TerrellaException.class, () -> read(quotes.replace('\'', '"')));
    assertEquals("malformed-input", error.code());
    assertTrue(error.getMessage().contains(message), error.getMessage());
  }

  @Test
  void readsWholeNumbersOfAllSizes() {
    FeatureTable table =
        read(
            "{\"type\":\"Feature\",\"properties\":{\"a\":9223372036854775807,"
                + "\"b\":-9223372036854775808,\"c\":9223372036854775808,\"d\":-0,\"e\":1.0}}");
    assertEquals(Long.MAX_VALUE, table.column("a").value(0));
    assertEquals(Long.MIN_VALUE, table.column("b").value(0));
    assertEquals("9223372036854775808", table.column("c").value(0));
    assertEquals(0L, table.column("d").value(0));
    assertEquals(1.0, table.column("e").value(0));
    assertEquals(GeometryType.NONE, table.geometry().type(0));
  }

  @Test
  void piecesOfOneByteGiveTheSameTable() {
    for (String path :
        new String[] {"geojson/geometry_types.geojson", "geojson/ne_110m_cities.rs.geojsons"}) {
      byte[] file = TestData.read("vector/" + path);
      GeoJsonReader reader = new GeoJsonReader("t");
      for (int i = 0; i < file.length; i++) {
        reader.feed(file, i, i + 1);
      }
      assertSameTable(read(file), reader.finish());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "geometry_types.geojson",
        "usgs_earthquakes.geojson",
        "nybb_epsg2263_crs_member.geojson",
        "null_geometry.geojson",
        "ne_110m_countries.geojson"
      })
  void whatIsWrittenReadsBack(String path) {
    FeatureTable table = read(TestData.read("vector/geojson/" + path));
    assertSameTable(table, read(GeoJsonWriter.write(table)));
  }

  @Test
  void writesRealsIdentifiersAndJson() {
    String text =
        "{\"type\":\"FeatureCollection\",\"name\":\"t\",\"features\":[\n"
            + "{\"type\":\"Feature\",\"id\":5,\"properties\":{\"r\":1.0,\"j\":{\"a\":[]},\"s\":\"\\\"x\\u000a\"},"
            + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2.5]}},\n"
            + "{\"type\":\"Feature\",\"id\":\"007\",\"properties\":{\"r\":null,\"j\":null,\"s\":null},"
            + "\"geometry\":null}\n]}\n";
    assertEquals(text, new String(GeoJsonWriter.write(read(text)), StandardCharsets.UTF_8));
  }

  private static FeatureTable read(String json) {
    return read(json.getBytes(StandardCharsets.UTF_8));
  }

  private static FeatureTable read(byte[] json) {
    return GeoJsonReader.read("t", json);
  }
}
