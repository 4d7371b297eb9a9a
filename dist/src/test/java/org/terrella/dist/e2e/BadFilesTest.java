package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;

/** Broken and hostile files are refused in words, or become layers; nothing of them is run. */
@BrowserTest
class BadFilesTest {
  /** Answers at the latest after the given seconds, so that one file cannot stop all others. */
  private static final String ADD =
      """
      async ([path, base64, seconds]) => {
        const late = new Promise((_, reject) =>
          setTimeout(() => reject(Object.assign(new Error('no answer'), { code: 'test:late' })), seconds * 1000));
        try {
          await terrella.execute('files:write', { path, base64 });
          const { layerIds } = await Promise.race([late, terrella.execute('layer:add-file', { path })]);
          return { added: layerIds.length };
        } catch (error) {
          return { code: error.code ?? '', message: String(error.message ?? '') };
        }
      }""";

  @Test
  void madeOnes(Site site) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    text(files, "empty.geojson", "");
    text(files, "spaces.geojson", "   ");
    text(files, "truncated.geojson", "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"F");
    text(files, "no-features.geojson", "{\"type\":\"FeatureCollection\",\"features\":7}");
    text(files, "deep.geojson", "[".repeat(100_000));
    text(
        files,
        "<img src=x onerror=alert(1)>.geojson",
        "{\"type\":\"Feature\",\"properties\":{\"<script>alert(1)</script>\":1},"
            + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}}");
    text(files, "not-flatgeobuf.fgb", "fgb? no.");
    text(files, "not-a-zip.zip", "PK\u0003\u0004 and no more");
    text(files, "words.csv", "x,y\none,two\n");
    assertRefusedOrAdded(site, files);
  }

  @Test
  void collectedOnes(Site site) throws IOException {
    Optional<Path> folder = TestFiles.find("bad");
    if (folder.isEmpty()) {
      return;
    }
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (Stream<Path> all = Files.list(folder.get())) {
      for (Path file : all.sorted().toList()) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    assertRefusedOrAdded(site, files);
  }

  private static void text(Map<String, byte[]> files, String name, String text) {
    files.put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertRefusedOrAdded(Site site, Map<String, byte[]> files) {
    site.open();
    site.execute("document:new", JsonObject.of());
    List<String> wrong = new ArrayList<>();
    int before = layers(site);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      String name = file.getKey();
      String base64 = Base64.getEncoder().encodeToString(file.getValue());
      Map<?, ?> answer = (Map<?, ?>) site.page().evaluate(ADD, List.of("bad/" + name, base64, 60));
      int after = layers(site);
      if (answer.get("added") instanceof Number added) {
        if (added.intValue() == 0 || after != before + added.intValue()) {
          wrong.add(name + ": says " + added + " layers, has " + (after - before));
        }
      } else {
        String code = (String) answer.get("code");
        String message = (String) answer.get("message");
        if (!code.matches("[a-z]+(-[a-z]+)*") || code.equals("engine-failed")) {
          wrong.add(name + ": code \"" + code + "\" (" + message + ")");
        } else if (!message.contains(name)) {
          wrong.add(name + ": the message does not name it: " + message);
        }
        if (after != before) {
          wrong.add(name + ": refused, and yet the layers changed");
        }
      }
      before = after;
    }
    assertEquals("", String.join("\n", wrong));
  }

  private static int layers(Site site) {
    return ((JsonArray) site.execute("layer:list", JsonObject.of())).size();
  }
}
