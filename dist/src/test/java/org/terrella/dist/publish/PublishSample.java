package org.terrella.dist.publish;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.terrella.dist.StaticServer;
import org.terrella.dist.e2e.Chromium;
import org.terrella.json.Json;
import org.terrella.json.JsonObject;

/**
 * Publishes the sample map, with a run in its history, in every shape, and prints the sizes: {@code
 * PublishSample SITE_FOLDER OUTPUT_FOLDER}.
 */
public final class PublishSample {
  private static final String EXECUTE =
      "([id, args]) => terrella.execute(id, JSON.parse(args)).then(made => JSON.stringify(made))";

  private final Page page;
  private final Path out;

  private PublishSample(Page page, Path out) {
    this.page = page;
    this.out = out;
  }

  public static void main(String[] arguments) throws IOException {
    Path out = Files.createDirectories(Path.of(arguments[1]).toAbsolutePath());
    try (StaticServer server = StaticServer.start(Path.of(arguments[0]).toAbsolutePath(), "/", 0);
        Chromium chromium = Chromium.start(Chromium.find().orElseThrow())) {
      Page page = chromium.browser().newPage();
      page.navigate(server.address());
      page.waitForFunction("() => window.terrella && window.terrella.execute");
      page.evaluate("() => terrella.ready");
      new PublishSample(page, out).all();
    }
  }

  private void all() {
    execute(
        "document:set-about",
        """
        {"description": "A week of earthquakes, and 500 km around the strong ones.",
         "authors": [{"name": "Terrella"}], "license": "CC0-1.0", "date": "2026-01-01"}""");
    execute(
        "processing:run",
        """
        {"algorithm": "native:buffer", "parameters":
          {"INPUT": "sample-earthquakes-layer", "DISTANCE": 2, "DISSOLVE": true}}""");
    System.out.printf("%-34s%12s%12s%12s%n", "", "kB", "of it data", "program");
    write("publish:single-file", "{\"engine\": false}", "viewer.html");
    write("publish:single-file", "{}", "map.html");
    write("publish:folder", "{\"app\": \"viewer\"}", "viewer-folder.zip");
    write("publish:folder", "{\"app\": \"full\"}", "folder.zip");
    write("publish:map-zip", "{}", "map.zip");
    write("publish:research-object", "{}", "research-object.zip");
    for (String format : List.of("png", "svg", "pdf")) {
      write("publish:figure", "{\"format\": \"%s\"}".formatted(format), "figure." + format);
    }
  }

  private void write(String command, String args, String name) {
    String[] answer = new String[1];
    Download download = page.waitForDownload(() -> answer[0] = execute(command, args));
    download.saveAs(out.resolve(name));
    JsonObject made = Json.parseObject(answer[0]);
    double data = 0;
    for (JsonObject part : made.optArray("parts").objects()) {
      data +=
          part.string("name").matches("(map/)?(data/.*|map[.]jGIS)|maps/.*")
              ? part.number("size")
              : 0;
    }
    double size = made.number("size");
    System.out.printf(
        Locale.ROOT,
        "%-34s%12.1f%12.1f%12.1f%n",
        name,
        size / 1e3,
        data / 1e3,
        made.has("parts") ? (size - data) / 1e3 : 0);
  }

  private String execute(String command, String args) {
    return (String) page.evaluate(EXECUTE, List.of(command, args));
  }
}
