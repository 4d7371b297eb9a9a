package org.terrella.processing.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintsTest {
  /** The recorded lines are what Wasm is compared with; they change only with the algorithms. */
  @Test
  void areTheRecordedOnes() throws Exception {
    List<String> lines = Fingerprints.lines();
    try (var recorded = getClass().getResourceAsStream("/fingerprints.txt")) {
      String text = new String(recorded.readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(text.strip(), String.join("\n", lines));
    }
  }
}
