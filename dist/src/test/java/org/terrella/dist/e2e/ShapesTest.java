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
import org.terrella.dist.shared.NodeScript;

/** The site, the folder on disk and a published file in Firefox, which Playwright cannot drive. */
@Tag("browser")
class FirefoxTest {
  @Test
  void opensComputesAndKeeps() throws IOException, InterruptedException {
    Optional<Path> firefox =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .flatMap(
                folder -> List.of("firefox", "firefox-esr").stream().map(Path.of(folder)::resolve))
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(firefox.isPresent(), "No Firefox was found on the PATH.");
    NodeScript.run(
        "firefox.mjs",
        System.getProperty("terrella.site", "target/site"),
        firefox.orElseThrow().toString());
  }
}
