package org.terrella.processing.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.terrella.error.TerrellaException;
import org.terrella.json.Json;
import org.terrella.json.JsonObject;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.geojson.GeoJsonReader;
import org.terrella.processing.query.LayerFilter;

/** Expressions that filter layers are looked up, not computed again. */
class TableStoreTest {
  private static final String BOTH =
      "{'table': 't', 'filters': {'logicalOp': 'any', 'appliedFilters':"
          + " [{'feature': 'n', 'operator': '>', 'value': 1}], 'terrella:expression': 'odd'}}";
  private final TableStore store = new TableStore();

  TableStoreTest() {
    StringBuilder features = new StringBuilder();
    for (int n = 0; n < 6; n++) {
      features
          .append(n == 0 ? "" : ",")
          .append("{'type': 'Feature', 'geometry': null, 'properties': {'n': " + n + "}}");
    }
    String json = "{'type': 'FeatureCollection', 'features': [" + features + "]}";
    byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    GeoJsonReader reader = new GeoJsonReader("t");
    reader.feed(bytes, 0, bytes.length);
    store.put("t", reader.finish());
    store.keepFilter("t", "odd", new int[] {1, 3, 5}, List.of());
  }

  private static JsonObject request(String json) {
    return Json.parseObject(json.replace('\'', '"'));
  }

  @Test
  void anExpressionHoldsBesideTheConditions() {
    FeatureTable shown = store.shown(request(BOTH));
    assertEquals(2, shown.size());
    assertEquals(3L, shown.column("n").value(0));
    assertEquals(List.of("n"), shown.fields().stream().map(field -> field.name()).toList());
    assertFalse(store.filter(request(BOTH)).isEmpty());
    assertTrue(LayerFilter.fields(request(BOTH).object("filters")).contains("n"));
    JsonObject alone =
        request("{'table': 't', 'filters': {'logicalOp': 'any', 'terrella:expression': 'odd'}}");
    assertEquals(3, store.shown(alone).size());
  }

  @Test
  void expressionsGoWithTheTableAndWithTheirLayers() {
    store.keepFilter("t", "even", new int[] {0, 2, 4}, List.of("odd", "even"));
    assertEquals(2, store.shown(request(BOTH)).size());
    store.keepFilter("t", "none", new int[0], List.of("none", "even"));
    assertThrows(TerrellaException.class, () -> store.shown(request(BOTH)));
    store.put("t", store.table("t").slice(0, 2));
    JsonObject even = request("{'table': 't', 'filters': {'terrella:expression': 'even'}}");
    assertThrows(TerrellaException.class, () -> store.shown(even));
  }
}
