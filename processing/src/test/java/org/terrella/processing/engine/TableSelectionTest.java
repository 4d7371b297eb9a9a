package org.terrella.processing.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.terrella.error.TerrellaException;
import org.terrella.json.Json;
import org.terrella.json.JsonObject;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.geojson.GeoJsonReader;

/** The rows, fields and columns of geometry that a request asks for. */
class TableSelectionTest {
  private static FeatureTable table(String geometry) {
    String json =
        """
        {"type": "FeatureCollection", "features": [
          {"type": "Feature", "properties": {"n": 1, "name": "a"}, "geometry": %1$s},
          {"type": "Feature", "properties": {"n": 2.5, "name": "b"}, "geometry": null},
          {"type": "Feature", "properties": {"n": null, "name": "c"}, "geometry": %1$s}]}"""
            .formatted(geometry);
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    GeoJsonReader reader = new GeoJsonReader("t");
    reader.feed(bytes, 0, bytes.length);
    return reader.finish();
  }

  private static final FeatureTable POINTS = table("{\"type\":\"Point\",\"coordinates\":[3,4]}");

  private static List<Object> names(String header) {
    FeatureTable chosen = TableSelection.of(POINTS, Json.parseObject(header));
    List<Object> names = new ArrayList<>();
    for (int row = 0; row < chosen.size(); row++) {
      names.add(chosen.column("name").value(row));
    }
    return names;
  }

  private static String filter(String field, String operator, String value) {
    return "{\"filters\":{\"appliedFilters\":[{\"feature\":\"%s\",\"operator\":\"%s\",\"value\":%s}]}}"
        .formatted(field, operator, value);
  }

  @Test
  void rows() {
    assertSame(POINTS, TableSelection.of(POINTS, JsonObject.of()));
    assertEquals(List.of("c", "a"), names("{\"rows\":[2,0]}"));
    assertEquals(List.of(), names("{\"rows\":[]}"));
    assertThrows(TerrellaException.class, () -> names("{\"rows\":[3]}"));
  }

  @Test
  void filters() {
    assertEquals(List.of("b"), names(filter("n", ">", "1")));
    assertEquals(List.of("a", "c"), names(filter("n", "!=", "2.5")));
    assertEquals(List.of("a", "b"), names(filter("name", "<=", "\"b\"")));
    assertEquals(List.of(), names(filter("gone", "==", "1")));
    String either =
        "{\"filters\":{\"logicalOp\":\"any\",\"appliedFilters\":["
            + "{\"feature\":\"n\",\"operator\":\"between\",\"value\":0,\"betweenMin\":0,\"betweenMax\":1},"
            + "{\"feature\":\"name\",\"operator\":\"==\",\"value\":\"c\"}]}}";
    assertEquals(List.of("a", "c"), names(either));
  }

  @Test
  void fieldsAndGeometry() {
    JsonObject header = Json.parseObject("{\"fields\":[\"name\"],\"geometry\":\"xy\"}");
    FeatureTable chosen = TableSelection.of(POINTS, header);
    assertEquals("X,Y,name", fields(chosen));
    assertEquals(3.0, chosen.column("X").value(0));
    assertEquals(null, chosen.column("Y").value(1));
    FeatureTable line = table("{\"type\":\"LineString\",\"coordinates\":[[0,0],[1,5]]}");
    FeatureTable text = TableSelection.of(line, JsonObject.of().with("geometry", "wkt"));
    assertEquals("WKT,n,name", fields(text));
    assertEquals("LINESTRING (0 0, 1 5)", text.column("WKT").value(0));
    assertThrows(
        TerrellaException.class,
        () -> TableSelection.of(line, JsonObject.of().with("geometry", "xy")));
  }

  private static String fields(FeatureTable table) {
    return String.join(",", table.fields().stream().map(field -> field.name()).toList());
  }
}
