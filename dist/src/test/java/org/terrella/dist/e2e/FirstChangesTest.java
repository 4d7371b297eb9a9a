package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;

/** A map gets its place with its first change; those that follow at once are kept as well. */
@BrowserTest
class FirstChangesTest {
  private static final String CHANGES =
      """
      async () => {
        const layerId = 'sample-earthquakes-layer';
        const set = (name) => terrella.execute('layer:set', { layerId, name });
        const work = [set('one'), terrella.execute('document:undo', {}), terrella.execute('document:redo', {}), set('two')];
        for (let i = 0; i < 40; i++) {
          work.push(set(`name ${i}`));
          await new Promise((resolve) => setTimeout(resolve, 2));
        }
        await Promise.all(work);
      }""";

  @Test
  void theFirstChangesAreAllKept(Site site) {
    site.open();
    site.page().evaluate(CHANGES);
    site.page()
        .waitForCondition(() -> site.page().locator(".save-state").innerText().equals("Saved"));
    site.page().waitForTimeout(300);
    site.reload();
    JsonArray layers = (JsonArray) site.execute("layer:list", JsonObject.of());
    assertEquals("name 39", layers.object(0).string("name"));
  }
}
