package org.terrella.processing.engine;

import org.terrella.exact.Natural;

/** SHA-256 (FIPS 180-4), for builds whose class library has no digests. */
public final class Sha256 {
  private static final int[] ROUND = roots(64, true);
  private static final int[] INITIAL = roots(8, false);

  private Sha256() {}

  /** The digest as 64 lower-case hexadecimal digits. */
  public static String hex(byte[] message) {
    int[] state = INITIAL.clone();
    int[] schedule = new int[64];
    int whole = message.length / 64 * 64;
    for (int at = 0; at < whole; at += 64) {
      block(state, schedule, message, at);
    }
    byte[] tail = new byte[message.length - whole < 56 ? 64 : 128];
    System.arraycopy(message, whole, tail, 0, message.length - whole);
    tail[message.length - whole] = (byte) 0x80;
    long bits = 8L * message.length;
    for (int i = 0; i < 8; i++) {
      tail[tail.length - 1 - i] = (byte) (bits >>> 8 * i);
    }
    for (int at = 0; at < tail.length; at += 64) {
      block(state, schedule, tail, at);
    }
    StringBuilder hex = new StringBuilder(64);
    for (int word : state) {
      for (int shift = 28; shift >= 0; shift -= 4) {
        hex.append(Character.forDigit(word >>> shift & 15, 16));
      }
    }
    return hex.toString();
  }

  private static void block(int[] state, int[] w, byte[] message, int at) {
    for (int t = 0; t < 16; t++) {
      int p = at + 4 * t;
      w[t] =
          (message[p] & 255) << 24
              | (message[p + 1] & 255) << 16
              | (message[p + 2] & 255) << 8
              | message[p + 3] & 255;
    }
    for (int t = 16; t < 64; t++) {
      int x = w[t - 15];
      int y = w[t - 2];
      int s0 = Integer.rotateRight(x, 7) ^ Integer.rotateRight(x, 18) ^ x >>> 3;
      int s1 = Integer.rotateRight(y, 17) ^ Integer.rotateRight(y, 19) ^ y >>> 10;
      w[t] = w[t - 16] + s0 + w[t - 7] + s1;
    }
    int a = state[0];
    int b = state[1];
    int c = state[2];
    int d = state[3];
    int e = state[4];
    int f = state[5];
    int g = state[6];
    int h = state[7];
    for (int t = 0; t < 64; t++) {
      int s1 = Integer.rotateRight(e, 6) ^ Integer.rotateRight(e, 11) ^ Integer.rotateRight(e, 25);
      int t1 = h + s1 + (e & f ^ ~e & g) + ROUND[t] + w[t];
      int s0 = Integer.rotateRight(a, 2) ^ Integer.rotateRight(a, 13) ^ Integer.rotateRight(a, 22);
      int t2 = s0 + (a & b ^ a & c ^ b & c);
      h = g;
      g = f;
      f = e;
      e = d + t1;
      d = c;
      c = b;
      b = a;
      a = t1 + t2;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
    state[5] += f;
    state[6] += g;
    state[7] += h;
  }

  /**
   * The first 32 bits of the fractions of roots of the first primes, found by bisection in whole
   * numbers so that they do not depend on floating point.
   */
  private static int[] roots(int count, boolean cube) {
    int[] words = new int[count];
    int found = 0;
    for (int candidate = 2; found < count; candidate++) {
      if (isPrime(candidate)) {
        words[found++] = fraction(candidate, cube);
      }
    }
    return words;
  }

  private static boolean isPrime(int n) {
    for (int d = 2; d * d <= n; d++) {
      if (n % d == 0) {
        return false;
      }
    }
    return true;
  }

  private static int fraction(int prime, boolean cube) {
    Natural target = Natural.of(prime).shifted(cube ? 96 : 64);
    long low = 0;
    long high = 1L << 37;
    while (high - low > 1) {
      long middle = (low + high) >>> 1;
      Natural m = Natural.of(middle);
      Natural value = cube ? m.times(m).times(m) : m.times(m);
      if (value.isAtMost(target)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (int) low;
  }
}
