package org.terrella.dist.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Convergence of replicas with partitions and late joins, undo and redo of everything, and that
 * what is told of changes adds up: {@code src/test/js/shared.mjs}, run by Node.js.
 */
class SharedMapTest {
  private static final Path MODULES = Path.of("../interop/node_modules/yjs");

  @ParameterizedTest
  @CsvSource({"1, 10000", "2, 3000", "3, 3000"})
  void keepsItsPromises(int seed, int edits) throws IOException, InterruptedException {
    assumeTrue(Files.exists(MODULES), "npm packages are installed with the site");
    Process process =
        new ProcessBuilder("node", "src/test/js/shared.mjs", "" + seed, "" + edits)
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(2, TimeUnit.MINUTES));
    assertEquals(0, process.exitValue(), said);
    assertTrue(said.startsWith("ok: "), said);
  }
}
