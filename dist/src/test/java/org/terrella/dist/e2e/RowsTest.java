package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonValue;

/** Rows of a layer are found, ordered and counted in the engine, with all types of fields. */
@BrowserTest
class RowsTest {
  private static final String FEATURES =
      feature(1, "'name':'Ålesund','pop':67000,'big':9007199254740993,'since':'1848-01-01'")
          + ","
          + feature(2, "'name':'bergen','pop':286000,'big':-5,'since':'1070-06-01'")
          + ","
          + feature(3, "'name':'Oslo','pop':709000,'big':7,'since':'1048-01-01'")
          + ","
          + feature(4, "'name':null,'pop':null,'big':0,'since':null");

  private static final String CANCEL =
      """
      async (layerId) => {
        const abort = new AbortController();
        const slow = 'length(lpad(name, 900000, to_string(n))) = 3';
        const run = terrella.execute('layer:features', { layerId, filter: slow }, { signal: abort.signal });
        const outcome = run.then(() => 'finished', (error) => error.code);
        await new Promise((done) => setTimeout(done, 300));
        const asked = performance.now();
        abort.abort();
        return { outcome: await outcome, millis: performance.now() - asked };
      }""";

  @Test
  void fieldsHaveTheirTypes(Site site) {
    JsonObject info = site.executeObject("layer:info", layer(add(site)));
    assertEquals(
        Json.parse(
            json(
                "[{'name':'name','type':'text'},{'name':'pop','type':'integer'},"
                    + "{'name':'big','type':'integer64'},{'name':'since','type':'date'}]")),
        info.get("fields"));
    assertEquals(4, info.integer("featureCount"));
  }

  @Test
  void featuresAreFilteredSearchedSortedAndPaged(Site site) {
    String cities = add(site);
    JsonObject all = features(site, cities, "{}");
    assertEquals(List.of("Ålesund", "bergen", "Oslo", "null"), names(all));
    JsonObject large = features(site, cities, "{'filter':'pop > 100000 AND year(since) < 1060'}");
    assertEquals(List.of("Oslo"), names(large));
    assertEquals(1, large.integer("numberMatched"));
    assertEquals(
        List.of("Ålesund"), names(features(site, cities, "{'filter':'big = 9007199254740993'}")));
    assertEquals(List.of("Ålesund"), names(features(site, cities, "{'search':'alesund'}")));
    assertEquals(List.of("bergen"), names(features(site, cities, "{'search':'BERG 286'}")));
    String sorted = "{'sort':[{'field':'name'}],'offset':1,'limit':2}";
    JsonObject page = features(site, cities, sorted);
    assertEquals(List.of("bergen", "Oslo"), names(page));
    assertEquals(4, page.integer("numberMatched"));
    assertEquals(2, page.integer("numberReturned"));
    assertEquals(page, features(site, cities, sorted));
    String last = "{'sort':[{'field':'since','descending':true}],'fields':['since']}";
    JsonArray dates = features(site, cities, last).array("features");
    assertEquals(
        Json.parse(json("{'since':'1848-01-01'}")), dates.objects().get(0).get("properties"));
    assertEquals(Json.parse(json("{'since':null}")), dates.objects().get(3).get("properties"));
  }

  @Test
  void theLanguageComputesInWebAssemblyAsOnTheJvm(Site site) {
    String cities = add(site);
    for (String truth :
        List.of(
            "7.5 % 2 = 1.5",
            "-7 % 3 = -1",
            "-7 // 2 = -4",
            "(-9223372036854775807 - 1) % -1 = 0",
            "(-9223372036854775807 - 1) // -1 > 9e18",
            "9223372036854775807 + 1 > 9e18",
            "1 / 0 IS NULL",
            "round(2.5) = 3 AND round(-2.5) = -3 AND round(0.567, 2) = 0.57",
            "upper('straße') = 'STRASSE' AND title('hello wOrld') = 'Hello World'",
            "sin(1) = 0.8414709848078965 AND 2 ^ 0.5 = 1.4142135623730951",
            "try(to_int('x'), -1) = -1",
            "to_int('12') = 12 AND to_real('1e3') = 1000",
            "'😀b' LIKE '_b' AND 'Abc' ILIKE 'aB%'",
            "to_string(to_datetime('2024-02-29T12:00:00+01:00')) = '2024-02-29T12:00:00+01:00'")) {
      JsonObject query = JsonObject.of().with("layerId", cities).with("filter", truth);
      assertEquals(4, site.executeObject("layer:features", query).integer("numberMatched"), truth);
    }
  }

  @Test
  void statisticsAndValues(Site site) {
    String cities = add(site);
    JsonObject field = layer(cities).with("field", "pop");
    JsonObject statistics = site.executeObject("layer:statistics", field);
    assertEquals(3, statistics.integer("count"));
    assertEquals(1, statistics.integer("missing"));
    assertEquals(354000, statistics.number("mean"));
    assertEquals(286000, statistics.number("median"));
    assertEquals(176500, statistics.number("q1"));
    JsonObject some = field.with("filter", "name ILIKE '%o%'");
    assertEquals(1, site.executeObject("layer:statistics", some).integer("count"));
    JsonObject since = layer(cities).with("field", "since").with("limit", 1L);
    assertEquals(
        Json.parse(json("{'values':['1048-01-01'],'counts':[1],'distinct':3,'complete':false}")),
        site.execute("layer:values", since));
  }

  @Test
  void mistakesAreNamed(Site site) {
    String cities = add(site);
    refused(site, cities, "{'filter':'popp > 1'}", "no field \"popp\"; perhaps \"pop\" is meant");
    refused(site, cities, "{'filter':'pop >'}", "character 6");
    refused(site, cities, "{'filter':'name + 1 = 2'}", "in feature 1");
    refused(site, cities, "{'sort':[{'field':'no'}]}", "no field called \"no\"");
    // A nesting that would overflow the stack is refused, and the engine lives on.
    refused(site, cities, "{'filter':'" + "(".repeat(20_000) + "'}", "nested too deeply");
    refused(site, cities, "{'filter':'pop" + " + 1".repeat(20_000) + "'}", "nested deeper");
    assertEquals(4, features(site, cities, "{}").integer("numberMatched"));
  }

  @Test
  void questionsCanBeCancelled(Site site) {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      many.append(i == 0 ? "" : ",").append(feature(i, "'name':'n" + i + "','n':" + i));
    }
    String layer = add(site, many.toString());
    // The first question starts the worker, which takes its time.
    features(site, layer, "{'filter':'n = 1'}");
    Map<?, ?> result = (Map<?, ?>) site.page().evaluate(CANCEL, layer);
    assertEquals("cancelled", result.get("outcome"));
    assertTrue(((Number) result.get("millis")).doubleValue() < 1000, result.toString());
    assertFalse(names(features(site, layer, "{'filter':'n = 7'}")).isEmpty());
  }

  private static String add(Site site) {
    return add(site, FEATURES);
  }

  private static String add(Site site, String features) {
    site.open();
    site.execute("document:new", JsonObject.of());
    String text = json("{'type':'FeatureCollection','features':[" + features + "]}");
    JsonObject file = JsonObject.of().with("path", "data/cities.geojson").with("text", text);
    site.execute("files:write", file);
    return site.executeObject("layer:add-file", file.without("text"))
        .array("layerIds")
        .strings()
        .get(0);
  }

  private static String feature(int x, String properties) {
    return "{'type':'Feature','properties':{"
        + properties
        + "},'geometry':{'type':'Point','coordinates':["
        + x % 180
        + ",0]}}";
  }

  private static JsonObject features(Site site, String layer, String query) {
    return site.executeObject(
        "layer:features", layer(layer).withAll(Json.parseObject(json(query))));
  }

  private static void refused(Site site, String layer, String query, String message) {
    CommandFailure failure = assertThrows(CommandFailure.class, () -> features(site, layer, query));
    assertTrue(failure.getMessage().contains(message), failure.getMessage());
  }

  private static List<String> names(JsonObject collection) {
    return collection.array("features").objects().stream()
        .map(feature -> feature.object("properties").get("name"))
        .map(JsonValue::toString)
        .map(name -> name.replace("\"", ""))
        .toList();
  }

  private static JsonObject layer(String id) {
    return JsonObject.of().with("layerId", id);
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }
}
