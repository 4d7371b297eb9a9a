package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;

/**
 * What was changed is kept: without saving, in every tab, when the page dies, when storage fails.
 */
@BrowserTest
class KeptMapTest {
  private static final int KILLS = Integer.getInteger("terrella.kills", 200);
  private static final int LEAST_KILLS = Math.min(KILLS, 50);
  private static final long MOST_LOST_MILLIS = 1000;

  /** A slow machine is spared some of the kills. */
  private static final long MOST_KILLING_MILLIS = 360_000;

  /** Edits without end, each of which says when it was made. */
  private static final String EDIT_ON =
      """
      async () => {
        for (let n = Number((await terrella.execute('document:get')).metadata.count ?? 0) + 1; ; n++) {
          const document = await terrella.execute('document:get');
          document.metadata.count = n;
          document.options.zoom = n % 20;
          await terrella.execute('document:set', { document });
          console.log(`edit ${n} ${Date.now()}`);
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 40));
        }
      }""";

  private record Made(long number, long time) {}

  @Test
  void nothingIsLostThatIsOlderThanASecond(Site site) {
    // Without imitated graphics a page starts in half the time, and there are many starts.
    try (Chromium chromium = Chromium.startWithoutGraphics(Chromium.find().orElseThrow());
        BrowserContext context = chromium.browser().newContext()) {
      context.setDefaultTimeout(20_000);
      Page first = context.newPage();
      Site.openAt(first, site.address());
      String path = evaluate(first, "document:new", "{\"title\":\"Killed\"}");
      first.close();
      killAndReopen(site.address(), context);
      Page last = context.newPage();
      Site.openAt(last, site.address());
      assertTrue(path.contains("killed.jGIS"), path);
      assertTrue(evaluate(last, "document:list", "{}").contains("killed.jGIS"));
    }
  }

  private static void killAndReopen(String address, BrowserContext context) {
    Random random = new Random(7);
    long kept = 0;
    long end = System.currentTimeMillis() + MOST_KILLING_MILLIS;
    int kills = 0;
    for (int kill = 0; kill < KILLS && System.currentTimeMillis() < end; kill++) {
      kills++;
      List<Made> made = new ArrayList<>();
      Page page = context.newPage();
      page.onConsoleMessage(
          message -> {
            String[] words = message.text().split(" ");
            if (words.length == 3 && words[0].equals("edit")) {
              made.add(new Made(Long.parseLong(words[1]), Long.parseLong(words[2])));
            }
          });
      Site.openAt(page, address);
      JsonObject document = Json.parseObject(evaluate(page, "document:get", "{}"));
      long found = (long) document.object("metadata").optNumber("count", 0);
      assertTrue(found >= kept, "after kill " + kill + ": " + found + " of " + kept);
      page.evaluate("() => { (" + EDIT_ON + ")(); }");
      page.waitForTimeout(20 + random.nextInt(300));
      long killed = System.currentTimeMillis();
      if (kill % 2 == 0) {
        crash(page);
      }
      page.close();
      for (Made edit : made) {
        if (edit.time <= killed - MOST_LOST_MILLIS) {
          kept = Math.max(kept, edit.number);
        }
      }
      kept = Math.max(kept, found);
    }
    assertTrue(kept > kills / 4, "the run must have edited: " + kept);
    assertTrue(kills >= LEAST_KILLS, "only " + kills + " kills in the time there is");
    System.out.println(kills + " kills of a page that had made " + kept + " edits");
  }

  private static void crash(Page page) {
    try {
      page.navigate("chrome://crash");
    } catch (PlaywrightException crashed) {
      assertTrue(crashed.getMessage().contains("crash"), crashed.getMessage());
    }
  }

  @Test
  void tabsShowTheSameMap(Site site) {
    site.open();
    String path = newMap(site, "Tabs");
    String layer = addPoint(site, "One");
    Page other = site.page().context().newPage();
    Site.openAt(other, site.address() + "?document=" + path);
    assertTrue(evaluate(other, "layer:list", "{}").contains("One"));

    evaluate(other, "layer:set", "{\"layerId\":\"" + layer + "\",\"name\":\"Two\"}");
    waitFor(site.page(), "layer:list", "Two");
    // Undo here takes back what was done here, and leaves the other tab's.
    site.execute("layer:set", JsonObject.of().with("layerId", layer).with("opacity", 0.5));
    waitFor(other, "layer:list", "0.5");
    site.execute("document:undo", JsonObject.of());
    waitFor(other, "layer:list", "\"opacity\":1");
    assertTrue(evaluate(other, "layer:list", "{}").contains("Two"));
    other.close();
  }

  @Test
  void threeTabsThatEditAtRandomEndWithTheSameMap(Site site) {
    site.open();
    String path = newMap(site, "Three");
    addPoint(site, "Point");
    BrowserContext context = site.page().context();
    List<Page> pages = new ArrayList<>(List.of(site.page()));
    for (int i = 0; i < 2; i++) {
      Page page = context.newPage();
      Site.openAt(page, site.address() + "?document=" + path);
      pages.add(page);
    }
    String edits =
        """
        (seed) => {
          window.edited = (async () => {
            let s = seed;
            const below = (n) => (s = (s * 1103515245 + 12345) % 2147483648) % n;
            for (let n = 0; n < 1000; n++) {
              const layers = await terrella.execute('layer:list');
              const layerId = layers[below(layers.length || 1)]?.layerId;
              const kind = layerId ? below(10) : 9;
              if (kind < 4) await terrella.execute('layer:set', { layerId, opacity: below(100) / 100 });
              else if (kind < 6) await terrella.execute('layer:set', { layerId, name: `name ${seed} ${n}` });
              else if (kind === 6) await terrella.execute('layer:move', { layerId, index: below(layers.length) });
              else if (kind === 7) await terrella.execute('layer:set', { layerId, visible: below(2) === 0 });
              else if (kind === 8) await terrella.execute('document:undo');
              else if (layers.length < 12)
                await terrella.execute('layer:add', { type: 'RasterLayer', name: `${seed}-${n}`,
                  source: { type: 'RasterSource', parameters: { url: 'tiles/{z}/{x}/{y}.png', minZoom: 23, maxZoom: 24 } }, parameters: { opacity: 0 } });
              else await terrella.execute('layer:remove', { layerId });
              if (n % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
            }
          })().then(() => 'done', (error) => error.code === 'not-found' ? 'not-found' : `${error.code} ${error.message}`);
        }""";
    for (int i = 0; i < 3; i++) {
      pages.get(i).evaluate(edits, i + 1);
    }
    for (Page page : pages) {
      Object outcome = page.evaluate("() => window.edited");
      // Another tab may have removed the layer that this one was about to change.
      assertTrue(List.of("done", "not-found").contains(outcome), "" + outcome);
    }
    site.page().waitForTimeout(MOST_LOST_MILLIS);
    JsonObject first = Json.parseObject(evaluate(pages.get(0), "document:get", "{}"));
    for (int i = 1; i < 3; i++) {
      assertEquals(first, Json.parseObject(evaluate(pages.get(i), "document:get", "{}")));
    }
    assertTrue(first.object("layers").size() > 0);
    for (int i = 1; i < 3; i++) {
      pages.get(i).close();
    }
    site.reload();
    assertEquals(
        first.get("layers"), site.executeObject("document:get", JsonObject.of()).get("layers"));
  }

  @Test
  void closingWithoutSavingLosesNothing(Site site) {
    site.open();
    // The sample is nobody's map until it is changed.
    assertEquals(JsonArray.of(), site.execute("document:list", JsonObject.of()));
    site.execute(
        "layer:set",
        JsonObject.of().with("layerId", "sample-earthquakes-layer").with("name", "Quakes"));
    waitFor(site.page(), "document:list", "maps/");
    site.page().waitForTimeout(1000);
    BrowserContext context = site.page().context();
    site.page().close();
    Page next = context.newPage();
    Site.openAt(next, site.address());
    assertTrue(evaluate(next, "layer:list", "{}").contains("Quakes"));
  }

  @Test
  void versionsShowHowAMapGrew(Site site) {
    site.open();
    newMap(site, "Versions");
    site.execute("document:save", JsonObject.of());
    addPoint(site, "First");
    site.execute("document:save", JsonObject.of());
    addPoint(site, "Second");
    site.execute("document:save", JsonObject.of());
    List<JsonObject> versions =
        ((JsonArray) site.execute("document:versions", JsonObject.of())).objects();
    assertEquals(3, versions.size(), versions.toString());
    assertEquals("Saved", versions.get(0).string("label"));
    JsonObject id = JsonObject.of().with("id", versions.get(1).number("id"));
    assertEquals(1, site.executeObject("document:version", id).object("layers").size());
    site.execute("document:restore", id);
    assertEquals(1, layers(site).size());
    site.execute("document:undo", JsonObject.of());
    assertEquals(2, layers(site).size());
    for (int i = 0; i < 25; i++) {
      addPoint(site, "Layer " + i);
      site.execute("document:save", JsonObject.of());
    }
    assertEquals(20, ((JsonArray) site.execute("document:versions", JsonObject.of())).size());
  }

  @Test
  void mapsAreCopiedRenamedDeletedAndBroughtBack(Site site) {
    site.open();
    String path = newMap(site, "Mine");
    addPoint(site, "Point");
    JsonObject here = JsonObject.of().with("path", path);
    String copy = site.executeObject("document:duplicate", here).string("path");
    site.execute(
        "document:rename", JsonObject.of().with("path", path).with("to", "maps/other.jGIS"));
    addPoint(site, "After the renaming");
    reloadASecondLater(site);
    assertEquals(2, layers(site).size());
    String deleted =
        site.executeObject("document:delete", JsonObject.of().with("path", copy)).string("deleted");
    assertFalse(Json.write(site.execute("document:list", JsonObject.of())).contains(copy));
    assertEquals(
        copy,
        site.executeObject("document:undelete", JsonObject.of().with("deleted", deleted))
            .string("path"));
    site.execute("document:open", JsonObject.of().with("path", copy));
    assertEquals(1, layers(site).size());
    assertThrows(CommandFailure.class, () -> site.execute("document:open", here), "it was renamed");
  }

  @Test
  void aFileThatWasChangedElsewhereIsTakenOver(Site site) {
    site.open();
    String path = newMap(site, "Changed");
    addPoint(site, "Mine");
    site.execute("document:save", JsonObject.of());
    JsonObject document = site.executeObject("document:get", JsonObject.of());
    JsonObject metadata = document.object("metadata").with("title", "From elsewhere");
    site.execute(
        "files:write",
        JsonObject.of()
            .with("path", path)
            .with("text", Json.write(document.with("metadata", metadata))));
    site.reload();
    assertEquals(
        "From elsewhere",
        site.executeObject("document:get", JsonObject.of()).object("metadata").string("title"));
    site.execute("files:write", JsonObject.of().with("path", path).with("text", "{ broken"));
    site.reload();
    assertEquals(1, layers(site).size(), "the map is whole in the journal");
    assertTrue(
        Json.write(site.execute("files:list", JsonObject.of())).contains(".unreadable"),
        "and what was written there is not lost");
  }

  @Test
  void aJournalThatCannotBeReadIsPutAside(Site site) {
    site.open();
    String path = newMap(site, "Damaged");
    addPoint(site, "In the file");
    site.execute("document:save", JsonObject.of());
    String other = newMap(site, "Other");
    changeKept(site, path, "map.snapshot = new Uint8Array([7, 7, 7, 255, 1])");
    site.execute("document:open", JsonObject.of().with("path", path));
    assertEquals(1, layers(site).size(), "the file is whole");
    addPoint(site, "Afterwards");
    reloadASecondLater(site);
    assertEquals(2, layers(site).size());
    assertTrue(
        keptPaths(site).stream().anyMatch(kept -> kept.startsWith(path + " (unreadable")),
        "nothing is thrown away");

    // Where the file is no better, the open map stays open, and kept.
    changeKept(site, other, "map.snapshot = new Uint8Array([7])");
    site.execute("files:write", JsonObject.of().with("path", other).with("text", "["));
    assertThrows(
        CommandFailure.class,
        () -> site.execute("document:open", JsonObject.of().with("path", other)));
    addPoint(site, "Still kept");
    reloadASecondLater(site);
    assertEquals(3, layers(site).size());
  }

  /** Changes, behind the application's back, what the journal has of a map. */
  private static void changeKept(Site site, String path, String change) {
    site.page()
        .evaluate(
            """
            ([path]) => new Promise((resolve, reject) => {
              const request = indexedDB.open('terrella-maps');
              request.onerror = () => reject(request.error);
              request.onsuccess = () => {
                const transaction = request.result.transaction('maps', 'readwrite');
                const maps = transaction.objectStore('maps');
                maps.get(path).onsuccess = ({ target }) => {
                  const map = target.result;
                  CHANGE;
                  maps.put(map);
                };
                transaction.oncomplete = () => { request.result.close(); resolve(); };
              };
            })"""
                .replace("CHANGE", change),
            List.of(path));
  }

  private static List<String> keptPaths(Site site) {
    List<?> keys =
        (List<?>)
            site.page()
                .evaluate(
                    """
                    () => new Promise((resolve) => {
                      indexedDB.open('terrella-maps').onsuccess = ({ target }) => {
                        target.result.transaction('maps').objectStore('maps').getAllKeys().onsuccess =
                          (event) => { target.result.close(); resolve(event.target.result); };
                      };
                    })""");
    return keys.stream().map(String::valueOf).toList();
  }

  @Test
  void aNewerVersionsMapIsNotWrittenOver(Site site) {
    site.open();
    String path = newMap(site, "Newer");
    addPoint(site, "Point");
    site.execute("document:save", JsonObject.of());
    changeKept(site, path, "map.format = 2");
    JsonObject before = fileOf(site, path);
    addPoint(site, "Too late");
    site.page().waitForTimeout(4000);
    assertEquals(before, fileOf(site, path));
    assertTrue(site.page().textContent(".save-state").contains("Not saved"));
    assertEquals(2, layers(site).size(), "editing goes on in memory");
    CommandFailure refused =
        assertThrows(
            CommandFailure.class,
            () -> site.execute("document:open", JsonObject.of().with("path", path)));
    assertEquals("newer-version", refused.code());
  }

  @Test
  void aTabOfANewerVersionIsLeftToItsWork(Site site) {
    site.open();
    String path = newMap(site, "Two versions");
    addPoint(site, "Point");
    site.execute("document:save", JsonObject.of());
    JsonObject before = fileOf(site, path);
    site.page()
        .evaluate(
            "(path) => new BroadcastChannel('terrella:' + path).postMessage("
                + "{ format: 2, kind: 'something new', bytes: new Uint8Array(1) })",
            path);
    site.page()
        .waitForCondition(() -> site.page().textContent(".save-state").contains("Not saved"));
    assertTrue(site.page().textContent(".toasts").contains("newer version"));
    addPoint(site, "Too late");
    site.page().waitForTimeout(4000);
    assertEquals(before, fileOf(site, path));
    assertEquals(2, layers(site).size(), "editing goes on in memory");
  }

  private static JsonObject fileOf(Site site, String path) {
    return Json.parseObject(
        site.executeObject("files:read", JsonObject.of().with("path", path)).string("text"));
  }

  /** What may go wrong with the browser's database, as page scripts see it. */
  private static final Map<String, String> FAULTS =
      Map.of(
          "full",
          "const add = IDBObjectStore.prototype.add; IDBObjectStore.prototype.add = function (...a) {"
              + " if (window.fault) throw new DOMException('full', 'QuotaExceededError');"
              + " return add.apply(this, a); };",
          "aborted",
          "const add = IDBObjectStore.prototype.add; IDBObjectStore.prototype.add = function (...a) {"
              + " const r = add.apply(this, a); if (window.fault) this.transaction.abort();"
              + " return r; };",
          "silent",
          "const add = IDBObjectStore.prototype.add; IDBObjectStore.prototype.add = function (...a) {"
              + " return window.fault ? { set onsuccess(f) {}, set onerror(f) {} } :"
              + " add.apply(this, a); };",
          "gone",
          "const t = IDBDatabase.prototype.transaction; IDBDatabase.prototype.transaction ="
              + " function (...a) { if (window.fault && a[1] === 'readwrite')"
              + " throw new DOMException('closing', 'InvalidStateError');"
              + " return t.apply(this, a); };");

  @Test
  void faultsOfTheDatabaseAreToldAndOvercome(Site site) {
    BrowserContext context = site.page().context();
    FAULTS.forEach(
        (name, script) -> {
          Page page = context.newPage();
          page.addInitScript(script);
          Site.openAt(page, site.address());
          evaluate(page, "document:new", "{\"title\":\"Fault " + name + "\"}");
          page.evaluate("() => { window.fault = true; }");
          evaluate(page, "document:set", withTitle(page, "Edited under " + name));
          page.waitForTimeout(1000);
          assertEquals("Not saved", page.textContent(".save-state"), name);
          String told = page.textContent(".toasts");
          assertTrue(told.contains("Changes are not kept"), name + ": " + told);
          page.waitForDownload(() -> evaluate(page, "document:download", "{}"));
          page.evaluate("() => { window.fault = false; }");
          page.waitForCondition(() -> page.textContent(".save-state").equals("Saved"));
          page.reload();
          Site.openAt(page, site.address());
          assertTrue(evaluate(page, "document:get", "{}").contains("Edited under " + name), name);
          page.close();
        });
  }

  @Test
  void withoutAnyStorageTheMapLivesInMemory(Site site) {
    BrowserContext context = site.page().context();
    for (String script :
        List.of(
            "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('no',"
                + " 'SecurityError'); } });",
            "IDBFactory.prototype.open = () => ({});")) {
      Page page = context.newPage();
      page.addInitScript(
          script
              + "StorageManager.prototype.getDirectory = () => Promise.reject(new"
              + " DOMException('no', 'SecurityError'));");
      Site.openAt(page, site.address());
      evaluate(page, "document:new", "{\"title\":\"Memory\"}");
      page.waitForTimeout(1000);
      assertEquals("Not saved", page.textContent(".save-state"));
      evaluate(page, "document:set", withTitle(page, "Still edited"));
      assertTrue(evaluate(page, "document:get", "{}").contains("Still edited"));
      page.waitForDownload(() -> evaluate(page, "document:download", "{}"));
      page.close();
    }
  }

  @Test
  void documentsThatAreTooLargeAreRefusedAtOnce(Site site) {
    site.open();
    site.page()
        .evaluate(
            """
            async () => {
              const root = await navigator.storage.getDirectory();
              const folder = await root.getDirectoryHandle('maps', { create: true });
              const file = await (await folder.getFileHandle('huge.jGIS', { create: true })).createWritable();
              const point = '{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1,2]}},';
              await file.write('{"schemaVersion":"0.6.0","layers":{},"layerTree":[],"sources":{"a":{"name":"a","type":"GeoJSONSource","parameters":{"data":{"type":"FeatureCollection","features":[');
              await file.write(new Blob(Array(1000).fill(point.repeat(1150))));
              await file.write('null]}}}}}');
              await file.close();
            }""");
    site.forgetTasks();
    CommandFailure refused =
        assertThrows(
            CommandFailure.class,
            () -> site.execute("document:open", JsonObject.of().with("path", "maps/huge.jGIS")));
    assertEquals("too-large", refused.code());
    assertTrue(refused.getMessage().contains("huge.jGIS"), refused.getMessage());
    assertTrue(site.longestTask() <= 50, "the page was busy for " + site.longestTask() + " ms");
    assertEquals(2, layers(site).size(), "the open map stays");
  }

  private static String withTitle(Page page, String title) {
    JsonObject document = Json.parseObject(evaluate(page, "document:get", "{}"));
    JsonObject metadata = document.object("metadata").with("title", title);
    return Json.write(JsonObject.of().with("document", document.with("metadata", metadata)));
  }

  private static String newMap(Site site, String title) {
    return site.executeObject("document:new", JsonObject.of().with("title", title)).string("path");
  }

  private static String addPoint(Site site, String name) {
    String path = "data/" + name + ".geojson";
    site.execute(
        "files:write",
        JsonObject.of()
            .with("path", path)
            .with(
                "text",
                "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Point\","
                    + "\"coordinates\":[5,5]}}"));
    return site.executeObject("layer:add-file", JsonObject.of().with("path", path))
        .array("layerIds")
        .string(0);
  }

  /** What is promised is that an edit is kept a second after it was made. */
  private static void reloadASecondLater(Site site) {
    site.page().waitForTimeout(MOST_LOST_MILLIS);
    site.reload();
  }

  private static List<JsonObject> layers(Site site) {
    return ((JsonArray) site.execute("layer:list", JsonObject.of())).objects();
  }

  private static void waitFor(Page page, String command, String text) {
    page.waitForCondition(() -> evaluate(page, command, "{}").contains(text));
  }

  private static String evaluate(Page page, String command, String arguments) {
    return (String)
        page.evaluate(
            "async ([id, args]) => JSON.stringify(await terrella.execute(id, JSON.parse(args)))",
            List.of(command, arguments));
  }
}
