package org.terrella.dist.shared;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Convergence of replicas with partitions and late joins, undo and redo of everything, and that
 * what is told of changes adds up: {@code src/test/js/shared.mjs}, run by Node.js.
 */
class SharedMapTest {
  @ParameterizedTest
  @CsvSource({"1, 10000", "2, 3000", "3, 3000"})
  void keepsItsPromises(int seed, int edits) throws IOException, InterruptedException {
    NodeScript.run("shared.mjs", "" + seed, "" + edits);
  }
}
