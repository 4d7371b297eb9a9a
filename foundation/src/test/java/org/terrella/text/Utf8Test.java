package org.terrella.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {
  private static final int[] STARTS = {0x00, 0x7F, 0x80, 0xBF, 0xC2, 0xE0, 0xED, 0xEF, 0xF0, 0xF4};

  @Test
  void encodesAsStringsDo() {
    Random random = new Random(1);
    for (int trial = 0; trial < 2000; trial++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(40); i > 0; i--) {
        text.append((char) random.nextInt(1 << 1 + random.nextInt(16)));
        if (random.nextInt(5) == 0) {
          text.appendCodePoint(0x10000 + random.nextInt(0x100000));
        }
      }
      assertArrayEquals(
          text.toString().getBytes(StandardCharsets.UTF_8), Utf8.encode(text.toString()));
    }
  }

  @Test
  void decodesAsStringsDo() {
    Random random = new Random(2);
    for (int trial = 0; trial < 50_000; trial++) {
      byte[] bytes = new byte[random.nextInt(12)];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) (random.nextBoolean() ? random.nextInt(256) : STARTS[random.nextInt(10)]);
      }
      int from = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
      assertEquals(
          new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8),
          Utf8.decode(bytes, from, bytes.length));
    }
  }
}
