package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Route;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;

/** Files of other hosts: opened with progress, ended when cancelled, refused in words. */
@BrowserTest
class RemoteFilesTest {
  private static final String ELSEWHERE = "https://files.example/";

  private static final String CANCEL =
      """
      async (url) => {
        const ending = new AbortController();
        setTimeout(() => ending.abort(), 300);
        const start = performance.now();
        try {
          await terrella.execute('layer:add-file', { url }, { signal: ending.signal });
          return 'added';
        } catch ({ code }) {
          return performance.now() - start < 2000 ? code : 'late';
        }
      }""";

  private static final String PROGRESS =
      """
      async (url) => {
        const heard = [];
        await terrella.execute('layer:add-file', { url }, { onProgress: (fraction, text) => heard.push(text) });
        return heard.join('|');
      }""";

  private static void answer(Route route) {
    String url = route.request().url();
    if (url.contains("slow")) {
      return; // Never answered.
    }
    Route.FulfillOptions options =
        new Route.FulfillOptions().setHeaders(Map.of("Access-Control-Allow-Origin", "*"));
    if (url.contains("places")) {
      try {
        route.fulfill(options.setBodyBytes(FormatsTest.bytes("places.geojson.gz")));
      } catch (IOException failure) {
        throw new IllegalStateException(failure);
      }
    } else {
      route.fulfill(options.setStatus(404));
    }
  }

  @Test
  void remoteFiles(Site site) {
    site.open().stub(ELSEWHERE, RemoteFilesTest::answer).expect("404").expect("net::ERR");
    site.execute("document:new", JsonObject.of());
    Object heard = site.page().evaluate(PROGRESS, ELSEWHERE + "places?token=1");
    assertTrue(((String) heard).contains("MB"), (String) heard);
    assertEquals(1, ((JsonArray) site.execute("layer:list", JsonObject.of())).size());

    String missing = ELSEWHERE + "none.fgb";
    CommandFailure failure =
        assertThrows(
            CommandFailure.class,
            () -> site.execute("layer:add-file", JsonObject.of().with("url", missing)));
    assertEquals("not-found", failure.code());
    assertTrue(failure.getMessage().contains(missing), failure.getMessage());

    assertEquals("cancelled", site.page().evaluate(CANCEL, ELSEWHERE + "slow.geojson"));
  }
}
