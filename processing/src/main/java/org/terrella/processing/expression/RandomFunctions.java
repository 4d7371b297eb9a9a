package org.terrella.processing.expression;

/**
 * Numbers that look random but follow from a seed, so that results can be computed again: the first
 * number of the Mersenne Twister in 64 bits (Matsumoto and Nishimura, 1998; Nishimura, 2000) that
 * begins with the seed, as QGIS takes it.
 */
final class RandomFunctions {
  private static final int SHIFTED = 156;
  private static final long UPPER = 0xFFFFFFFF80000000L;
  private static final long TWIST = 0xB5026F5AA96619E9L;

  private RandomFunctions() {}

  static void addTo(Functions functions) {
    functions.addLazy(
        "rand",
        "min max [seed]",
        "A whole number between two others, both included, that follows from a seed.",
        (call, out) -> {
          long bits = bits(call);
          if (call.has(0) && call.has(1) && call.whole(1) >= call.whole(0)) {
            long min = call.whole(0);
            long count = call.whole(1) - min + 1;
            out.set(count == 0 ? bits : min + Long.remainderUnsigned(bits, count));
          }
        });
    functions.addLazy(
        "randf",
        "[min] [max] [seed]",
        "A number between two others that follows from a seed.",
        (call, out) -> {
          double share = real(bits(call)) * 0x1p-64;
          double min = call.count() > 0 && !call.isLeftOut(0) ? real(call, 0) : 0;
          double max = call.count() > 1 && !call.isLeftOut(1) ? real(call, 1) : 1;
          if (max >= min) {
            out.set(min + share * (max - min));
          }
        });
  }

  private static double real(Call call, int index) {
    return call.has(index) ? call.real(index) : Double.NaN;
  }

  private static long bits(Call call) {
    if (!call.has(2)) {
      throw call.failed(
          "without a seed it would give another answer each time; name one, such as $id");
    }
    Value seed = call.value(2).copy();
    boolean whole = seed.becomeNumber() && seed.kind() != Value.Kind.REAL;
    return first((whole ? seed.whole() : hash(call.text(2))) & 0xFFFFFFFFL);
  }

  /** FNV-1a (Fowler, Noll and Vo) of a text's characters. */
  private static long hash(String text) {
    int hash = 0x811C9DC5;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x01000193;
    }
    return hash;
  }

  /** The first number of the generator. */
  static long first(long seed) {
    long state = seed;
    long second = 0;
    for (int i = 1; i <= SHIFTED; i++) {
      state = 6364136223846793005L * (state ^ state >>> 62) + i;
      second = i == 1 ? state : second;
    }
    long joined = seed & UPPER | second & ~UPPER;
    long x = state ^ joined >>> 1 ^ ((joined & 1) == 0 ? 0 : TWIST);
    x ^= x >>> 29 & 0x5555555555555555L;
    x ^= x << 17 & 0x71D67FFFEDA60000L;
    x ^= x << 37 & 0xFFF7EEE000000000L;
    return x ^ x >>> 43;
  }

  /** The bits as a number that is not below 0, rounded to the nearest double. */
  private static double real(long bits) {
    return bits >= 0 ? bits : (bits >>> 1 | bits & 1) * 2.0;
  }
}
