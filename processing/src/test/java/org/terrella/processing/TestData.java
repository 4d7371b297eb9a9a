package org.terrella.processing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The shared test data, which lie outside the repository; tests that need them are skipped without.
 */
public final class TestData {
  private TestData() {}

  public static byte[] read(String path) {
    Path file = file(path);
    assumeTrue(file != null, "no shared/data/" + path);
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path file(String path) {
    for (Path dir = Path.of("").toAbsolutePath(); dir != null; dir = dir.getParent()) {
      Path file = dir.resolve("shared/data").resolve(path);
      if (Files.exists(file)) {
        return file;
      }
    }
    return null;
  }
}
