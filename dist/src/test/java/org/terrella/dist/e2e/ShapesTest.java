package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.terrella.dist.shared.NodeScript;

/**
 * A working day in every shape of the app: on a host under a path, on one that knows few types, on
 * a disk, as one published file, also in a frame without rights, and as a published folder. What
 * one browser published, the other runs again.
 */
@Tag("browser")
class ShapesTest {
  /** Where each browser leaves its published file. */
  @TempDir static Path handedOver;

  @Test
  void inChromium() throws IOException, InterruptedException {
    run("chrome", Chromium.find(), "No Chrome or Chromium was found.");
  }

  @Test
  void inFirefox() throws IOException, InterruptedException {
    Optional<Path> firefox =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .flatMap(
                folder -> List.of("firefox", "firefox-esr").stream().map(Path.of(folder)::resolve))
            .filter(Files::isExecutable)
            .findFirst();
    run("firefox", firefox, "No Firefox was found on the PATH.");
  }

  private static void run(String kind, Optional<Path> browser, String missing)
      throws IOException, InterruptedException {
    assumeTrue(browser.isPresent(), missing);
    NodeScript.run(
        "shapes.mjs",
        System.getProperty("terrella.site", "target/site"),
        kind,
        browser.orElseThrow().toString(),
        handedOver.toString());
  }
}
