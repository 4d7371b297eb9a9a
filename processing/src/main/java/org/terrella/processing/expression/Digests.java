package org.terrella.processing.expression;

import java.util.Arrays;
import org.terrella.exact.ExactMath;

/** MD5 (RFC 1321) and SHA-1 (RFC 3174), to find equal texts; neither is safe against forgery. */
final class Digests {
  private static final int[] TURNS = {7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21};

  private Digests() {}

  static String md5(byte[] message) {
    int[] state = {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476};
    int[] constants = new int[64];
    for (int i = 0; i < 64; i++) {
      double sine = ExactMath.sin(i + 1.0);
      constants[i] = (int) (long) Math.floor(Math.abs(sine) * 4294967296.0);
    }
    byte[] padded = padded(message, false);
    int[] words = new int[16];
    for (int block = 0; block < padded.length; block += 64) {
      for (int i = 0; i < 16; i++) {
        words[i] = Integer.reverseBytes(word(padded, block + 4 * i));
      }
      int a = state[0];
      int b = state[1];
      int c = state[2];
      int d = state[3];
      for (int i = 0; i < 64; i++) {
        int mixed;
        int pick;
        switch (i / 16) {
          case 0 -> {
            mixed = b & c | ~b & d;
            pick = i;
          }
          case 1 -> {
            mixed = d & b | ~d & c;
            pick = 5 * i + 1;
          }
          case 2 -> {
            mixed = b ^ c ^ d;
            pick = 3 * i + 5;
          }
          default -> {
            mixed = c ^ (b | ~d);
            pick = 7 * i;
          }
        }
        int sum = a + mixed + constants[i] + words[pick % 16];
        a = d;
        d = c;
        c = b;
        b += Integer.rotateLeft(sum, TURNS[i / 16 * 4 + i % 4]);
      }
      state[0] += a;
      state[1] += b;
      state[2] += c;
      state[3] += d;
    }
    for (int i = 0; i < 4; i++) {
      state[i] = Integer.reverseBytes(state[i]);
    }
    return hex(state);
  }

  static String sha1(byte[] message) {
    int[] state = {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0};
    byte[] padded = padded(message, true);
    int[] words = new int[80];
    for (int block = 0; block < padded.length; block += 64) {
      for (int i = 0; i < 80; i++) {
        words[i] =
            i < 16
                ? word(padded, block + 4 * i)
                : Integer.rotateLeft(
                    words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
      }
      int[] s = state.clone();
      for (int i = 0; i < 80; i++) {
        int mixed =
            switch (i / 20) {
              case 0 -> (s[1] & s[2] | ~s[1] & s[3]) + 0x5A827999;
              case 1 -> (s[1] ^ s[2] ^ s[3]) + 0x6ED9EBA1;
              case 2 -> (s[1] & s[2] | s[1] & s[3] | s[2] & s[3]) + 0x8F1BBCDC;
              default -> (s[1] ^ s[2] ^ s[3]) + 0xCA62C1D6;
            };
        int next = Integer.rotateLeft(s[0], 5) + mixed + s[4] + words[i];
        s[4] = s[3];
        s[3] = s[2];
        s[2] = Integer.rotateLeft(s[1], 30);
        s[1] = s[0];
        s[0] = next;
      }
      for (int i = 0; i < 5; i++) {
        state[i] += s[i];
      }
    }
    return hex(state);
  }

  private static byte[] padded(byte[] message, boolean bigEndian) {
    byte[] padded = Arrays.copyOf(message, (message.length + 8) / 64 * 64 + 64);
    padded[message.length] = (byte) 0x80;
    long bits = message.length * 8L;
    for (int i = 0; i < 8; i++) {
      padded[padded.length - 8 + i] = (byte) (bits >>> 8 * (bigEndian ? 7 - i : i));
    }
    return padded;
  }

  private static int word(byte[] bytes, int at) {
    return bytes[at] << 24
        | (bytes[at + 1] & 0xFF) << 16
        | (bytes[at + 2] & 0xFF) << 8
        | bytes[at + 3] & 0xFF;
  }

  private static String hex(int[] words) {
    StringBuilder out = new StringBuilder();
    for (int word : words) {
      for (int shift = 28; shift >= 0; shift -= 4) {
        out.append(Character.forDigit(word >>> shift & 15, 16));
      }
    }
    return out.toString();
  }
}
