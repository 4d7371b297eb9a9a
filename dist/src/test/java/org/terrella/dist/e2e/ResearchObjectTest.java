package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;

/** Maps as RO-Crates: what they name is there, they are the same twice, and they open again. */
@BrowserTest
class ResearchObjectTest {
  private static final JsonObject NOTHING = JsonObject.of();
  private static final String QUAKES = "sample-earthquakes-layer";
  private static final String ZIP = "exports/crate.zip";
  private static final String HOSTILE =
      "\"</script>' : #{x} [y](z) *a* - &b\n--- \u2028 \\ %TAG !t | > \u00e9";

  @TempDir Path folder;

  @Test
  void namesWhatIsThere(Site site) throws IOException {
    site.open();
    buffer(site);
    about(site, "Quakes");
    site.execute(
        "layer:set-attribution",
        JsonObject.of()
            .with("layerId", QUAKES)
            .with("attribution", "USGS")
            .with("license", "CC0-1.0"));
    JsonObject made = publish(site);
    List<String> warnings = made.array("warnings").strings();
    assertTrue(warnings.stream().allMatch(each -> each.startsWith("No licence is said for")));
    byte[] first = read(site);
    publish(site);
    assertArrayEquals(first, read(site), "the same map gives the same bytes");

    Map<String, byte[]> files = unzipped(first);
    Map<String, JsonObject> graph = checked(files);
    JsonObject root = graph.get("./");
    for (String wanted : List.of("name", "description", "datePublished", "license", "author")) {
      assertTrue(root.has(wanted), wanted);
    }
    assertEquals("https://orcid.org/0000-0002-1825-0097", root.object("author").string("@id"));
    JsonObject quakes = graph.get("data/sample-earthquakes.fgb");
    assertEquals("USGS", quakes.string("creditText"), graph.keySet()::toString);
    assertEquals(
        "https://creativecommons.org/publicdomain/zero/1.0/",
        quakes.object("license").string("@id"));

    JsonObject action = graph.get(root.object("mentions").string("@id"));
    assertEquals("CreateAction", action.string("@type"));
    assertEquals("data/sample-earthquakes.fgb", action.object("object").string("@id"));
    String result = action.object("result").string("@id");
    assertTrue(files.containsKey(result), result);
    assertTrue(action.string("startTime").compareTo(action.string("endTime")) <= 0);
    List<String> told = new ArrayList<>();
    for (JsonObject each : action.array("additionalProperty").objects()) {
      JsonObject property = graph.get(each.string("@id"));
      told.add(property.string("name") + "=" + property.get("value"));
    }
    assertTrue(told.contains("DISTANCE=2"), told::toString);
    JsonObject run = ((JsonArray) site.execute("processing:history", NOTHING)).object(0);
    String sha256 = run.array("outputs").object(0).string("sha256");
    assertTrue(told.contains("OUTPUT=\"" + sha256 + "\""), told::toString);

    JsonObject dataCite = Json.parseObject(text(files.get("datacite.json")));
    for (String wanted :
        List.of("creators", "titles", "publisher", "publicationYear", "types", "schemaVersion")) {
      assertTrue(dataCite.has(wanted), wanted);
    }
    assertEquals("2026", dataCite.string("publicationYear"));
    JsonObject creator = dataCite.array("creators").object(0);
    assertEquals("Carberry, Josiah", creator.string("name"));
    assertEquals(
        "https://orcid.org/0000-0002-1825-0097",
        creator.array("nameIdentifiers").object(0).string("nameIdentifier"));
    assertEquals(
        """
        cff-version: "1.2.0"
        message: "If you use this map, please cite it as below."
        type: "dataset"
        title: "Quakes"
        abstract: "A week."
        doi: "10.5281/zenodo.1234567"
        date-released: "2026-03-31"
        license: "CC-BY-4.0"
        authors:
          - family-names: "Carberry"
            given-names: "Josiah"
            orcid: "https://orcid.org/0000-0002-1825-0097"
        keywords:
          - "week"
        """,
        text(files.get("CITATION.cff")));
  }

  @Test
  void opensAgainAndItsPageToo(Site site) throws IOException {
    site.open();
    buffer(site);
    about(site, "Quakes");
    publish(site);
    Map<String, byte[]> files = unzipped(read(site));
    JsonObject opened = site.executeObject("document:open", JsonObject.of().with("path", ZIP));
    assertEquals("maps/crate.jGIS", opened.string("path"));
    assertRunsAgain(site);
    assertEquals("Quakes", site.executeObject("document:about", NOTHING).string("title"));
    String listed = Json.write(site.execute("files:list", NOTHING));
    assertFalse(listed.contains("README.md"), listed);

    Path page = Files.write(folder.resolve("map.html"), files.get("map.html"));
    site.allow(page.toUri().toString());
    Site.openAt(site.page(), page.toUri().toString());
    assertRunsAgain(site);
  }

  @Test
  void textsStayTexts(Site site) throws IOException {
    site.open();
    site.execute("layer:set", JsonObject.of().with("layerId", QUAKES).with("name", HOSTILE));
    buffer(site);
    site.execute(
        "document:set-about",
        JsonObject.of()
            .with("title", HOSTILE)
            .with("description", HOSTILE)
            .with("keywords", JsonArray.ofStrings(List.of(HOSTILE)))
            .with("publisher", HOSTILE)
            .with(
                "authors",
                JsonArray.of(JsonObject.of().with("name", HOSTILE).with("affiliation", HOSTILE))));
    List<String> warnings = publish(site).array("warnings").strings();
    assertTrue(warnings.stream().anyMatch(each -> each.startsWith("No licence:")));
    assertTrue(warnings.stream().anyMatch(each -> each.contains("that of the last run")));
    Map<String, byte[]> files = unzipped(read(site));
    Map<String, JsonObject> graph = checked(files);
    assertEquals(HOSTILE, graph.get("./").string("name"));
    JsonObject dataCite = Json.parseObject(text(files.get("datacite.json")));
    assertEquals(HOSTILE, dataCite.array("titles").object(0).string("title"));
    List<String> lines = text(files.get("CITATION.cff")).lines().toList();
    String title = lines.stream().filter(line -> line.startsWith("title: ")).findFirst().get();
    // JSON in one line is YAML's text in double quotes.
    assertEquals(HOSTILE, ((JsonString) Json.parse(title.substring("title: ".length()))).value());
    assertTrue(
        lines.stream()
            .allMatch(line -> line.matches("(  - |    )?[a-z-]+: \".*\"|[a-z]+:|  - \".*\"")),
        lines::toString);
    String html = text(files.get("map.html"));
    assertFalse(html.contains("</script>' :"), "the title is no markup");
    String readme = text(files.get("README.md"));
    assertFalse(readme.contains("\n---"), readme);
    assertFalse(readme.contains("</script>"), readme);
  }

  @Test
  void saysWhatIsMissing(Site site) throws IOException {
    site.open();
    String warnings = Json.write(publish(site).array("warnings"));
    for (String wanted : List.of("description", "authors", "licence", "publisher", "date")) {
      assertTrue(warnings.contains("No " + wanted), warnings);
    }
    Map<String, byte[]> files = unzipped(read(site));
    checked(files);
    assertFalse(files.containsKey("CITATION.cff"));
  }

  private static void about(Site site, String title) {
    site.execute(
        "document:set-about",
        Json.parseObject(
                """
                {"description": "A week.", "license": "CC-BY-4.0", "keywords": ["week"],
                 "authors": [{"givenName": "Josiah", "familyName": "Carberry",
                              "orcid": "0000-0002-1825-0097"}],
                 "doi": "10.5281/zenodo.1234567", "publisher": "Zenodo", "date": "2026-03-31"}""")
            .with("title", title));
  }

  private static void buffer(Site site) {
    site.execute(
        "processing:run",
        JsonObject.of()
            .with("algorithm", "native:buffer")
            .with(
                "parameters",
                JsonObject.of().with("INPUT", QUAKES).with("DISTANCE", 2).with("DISSOLVE", true)));
  }

  private static void assertRunsAgain(Site site) {
    String id = ((JsonArray) site.execute("processing:history", NOTHING)).object(0).string("id");
    JsonObject again = site.executeObject("processing:rerun", JsonObject.of().with("id", id));
    assertTrue(again.bool("identical"), again::toString);
  }

  /** The entities of a crate by their id: all that is named is there, and all files are named. */
  private static Map<String, JsonObject> checked(Map<String, byte[]> files) {
    JsonObject crate = Json.parseObject(text(files.get("ro-crate-metadata.json")));
    assertEquals("https://w3id.org/ro/crate/1.1/context", crate.string("@context"));
    Map<String, JsonObject> graph = new LinkedHashMap<>();
    for (JsonObject entity : crate.array("@graph").objects()) {
      assertTrue(entity.has("@type"), entity::toString);
      assertEquals(null, graph.put(entity.string("@id"), entity), entity.string("@id"));
    }
    JsonObject descriptor = graph.get("ro-crate-metadata.json");
    assertEquals("https://w3id.org/ro/crate/1.1", descriptor.object("conformsTo").string("@id"));
    assertEquals("./", descriptor.object("about").string("@id"));
    for (JsonObject entity : graph.values()) {
      for (String key : entity.keys()) {
        references(entity.get(key))
            .forEach(id -> assertTrue(graph.containsKey(id) || id.matches("https?://.*"), id));
      }
    }
    Set<String> parts = new TreeSet<>(references(graph.get("./").array("hasPart")));
    Set<String> there = new TreeSet<>(files.keySet());
    there.remove("ro-crate-metadata.json");
    assertEquals(there, parts);
    for (String part : parts) {
      assertEquals("File", graph.get(part).string("@type"));
      assertEquals(
          Integer.toString(files.get(part).length), graph.get(part).string("contentSize"), part);
      assertTrue(graph.get(part).has("encodingFormat"), part);
    }
    return graph;
  }

  private static List<String> references(JsonValue value) {
    List<String> ids = new ArrayList<>();
    if (value instanceof JsonObject object && object.has("@id")) {
      ids.add(object.string("@id"));
    } else if (value instanceof JsonArray list) {
      for (JsonValue each : list) {
        ids.addAll(references(each));
      }
    }
    return ids;
  }

  private static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    return files;
  }

  private static JsonObject publish(Site site) {
    return site.executeObject("publish:research-object", JsonObject.of().with("path", ZIP));
  }

  private static byte[] read(Site site) {
    JsonObject args = JsonObject.of().with("path", ZIP).with("as", "base64");
    return Base64.getDecoder().decode(site.executeObject("files:read", args).string("base64"));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
