package org.terrella.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {
  private static final int[] STARTS = {0x00, 0x7F, 0x80, 0xBF, 0xC2, 0xE0, 0xE1, 0xEF, 0xF0, 0xF4};

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

  /** Tables 3-8 to 3-11 of The Unicode Standard, version 15. */
  @Test
  void replacesAsTheStandardSays() {
    assertDecoded("????????A", 0xC0, 0xAF, 0xE0, 0x80, 0xBF, 0xF0, 0x81, 0x82, 0x41);
    assertDecoded("????????A", 0xED, 0xA0, 0x80, 0xED, 0xBF, 0xBF, 0xED, 0xAF, 0x41);
    assertDecoded("?????A??B", 0xF4, 0x91, 0x92, 0x93, 0xFF, 0x41, 0x80, 0xBF, 0x42);
    assertDecoded("????A", 0xE1, 0x80, 0xE2, 0xF0, 0x91, 0x92, 0xF1, 0xBF, 0x41);
  }

  private static void assertDecoded(String expected, int... numbers) {
    byte[] bytes = new byte[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      bytes[i] = (byte) numbers[i];
    }
    assertEquals(expected.replace('?', '\uFFFD'), Utf8.decode(bytes, 0, bytes.length));
  }

  @Test
  void decodesAsStringsDo() {
    Random random = new Random(2);
    for (int trial = 0; trial < 50_000; trial++) {
      byte[] bytes = new byte[random.nextInt(12)];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) (random.nextBoolean() ? random.nextInt(256) : STARTS[random.nextInt(10)]);
        // Strings take encoded surrogates as one piece, against the standard.
        bytes[i] = bytes[i] == (byte) 0xED ? 0 : bytes[i];
      }
      int from = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
      assertEquals(
          new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8),
          Utf8.decode(bytes, from, bytes.length));
    }
  }
}
