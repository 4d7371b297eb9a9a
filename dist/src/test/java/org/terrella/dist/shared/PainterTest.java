package org.terrella.dist.shared;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the painter of tiles leaves out makes no difference: places found, points thinned, rings cut
 * at a tile's edge, vertices kept by neighbouring tiles, stamps laid over each other.
 */
class PainterTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void keepsItsPromises(int seed) throws IOException, InterruptedException {
    NodeScript.run("painter.mjs", "" + seed);
  }
}
