package org.terrella.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** The shared test data, which lie outside the repository; without them there are no files. */
public final class SharedData {
  private SharedData() {}

  /** The jGIS files of a folder, by name. */
  public static Stream<Path> documents(String folder) {
    for (Path dir = Path.of("").toAbsolutePath(); dir != null; dir = dir.getParent()) {
      Path found = dir.resolve("shared/data").resolve(folder);
      if (Files.isDirectory(found)) {
        try (Stream<Path> files = Files.list(found)) {
          return files
              .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".jgis"))
              .sorted()
              .toList()
              .stream();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return Stream.empty();
  }

  public static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
