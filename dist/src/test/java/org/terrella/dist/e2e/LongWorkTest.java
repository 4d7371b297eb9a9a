package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.terrella.dist.bench.Stars;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;

/** While the engine works the page stays free, and what is cancelled ends at once. */
@BrowserTest
class LongWorkTest {
  private static final int STARS = 10_000;
  private static final double LONGEST_TASK = 50;
  private static final int ATTEMPTS = 3;
  private static final double LONGEST_CANCEL = 1000;

  private static final String CANCEL =
      """
      async (layer) => {
        const abort = new AbortController();
        let heard;
        const begun = new Promise((resolve) => (heard = resolve));
        const parameters = { INPUT: layer, DISTANCE: 50, SEGMENTS: 8 };
        const run = terrella.execute('processing:run', { algorithm: 'native:buffer', parameters },
          { signal: abort.signal, onProgress: (fraction) => fraction > 0 && heard() });
        const outcome = run.then(() => 'finished', (error) => error.code);
        await Promise.race([begun, outcome]);
        const asked = performance.now();
        abort.abort();
        return { outcome: await outcome, millis: performance.now() - asked };
      }""";

  @Test
  void buffersLeaveThePageFree(Site site) {
    String stars = addStars(site);
    double longest = Double.POSITIVE_INFINITY;
    // Whatever else the machine does makes tasks longer, never shorter.
    for (int attempt = 0; attempt < ATTEMPTS && longest > LONGEST_TASK; attempt++) {
      site.forgetTasks();
      buffer(site, stars);
      longest = Math.min(longest, site.longestTask());
    }
    assertTrue(longest <= LONGEST_TASK, "the page was busy for " + longest + " ms");
  }

  private static void buffer(Site site, String stars) {
    JsonObject parameters =
        JsonObject.of().with("INPUT", stars).with("DISTANCE", 50L).with("SEGMENTS", 8L);
    JsonObject result =
        site.executeObject(
            "processing:run",
            JsonObject.of().with("algorithm", "native:buffer").with("parameters", parameters));
    JsonObject layer = JsonObject.of().with("layerId", result.string("OUTPUT"));
    assertEquals(STARS, site.executeObject("layer:info", layer).integer("featureCount"));
  }

  @Test
  void cancelledWorkEndsAtOnceAndChangesNothing(Site site) {
    String stars = addStars(site);
    Map<?, ?> result = (Map<?, ?>) site.page().evaluate(CANCEL, stars);
    assertEquals("cancelled", result.get("outcome"));
    double millis = ((Number) result.get("millis")).doubleValue();
    assertTrue(millis <= LONGEST_CANCEL, "cancelling took " + millis + " ms");
    assertEquals(1, ((JsonArray) site.execute("layer:list", JsonObject.of())).size());
    // The engine goes on working for the next one who asks.
    site.execute("layer:info", JsonObject.of().with("layerId", stars));
    JsonObject centroids =
        JsonObject.of()
            .with("algorithm", "native:centroids")
            .with("parameters", JsonObject.of().with("INPUT", stars));
    assertTrue(site.executeObject("processing:run", centroids).has("OUTPUT"));
  }

  private static String addStars(Site site) {
    site.open();
    site.execute("document:new", JsonObject.of());
    String text = Stars.geoJson(Stars.rings(STARS));
    site.execute(
        "files:write", JsonObject.of().with("path", "data/stars.geojson").with("text", text));
    List<String> ids =
        site.executeObject("layer:add-file", JsonObject.of().with("path", "data/stars.geojson"))
            .array("layerIds")
            .strings();
    return ids.get(0);
  }
}
