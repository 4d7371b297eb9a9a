package org.terrella.exact;

/**
 * An unevaluated sum {@code hi + lo} of two doubles with {@code |lo| ≤ ulp(hi) / 2}: about 106
 * bits.
 *
 * <p>The error-free transformations are those of Dekker (1971) and Knuth (TAOCP 2, 4.2.2). They
 * need operands whose products stay clear of overflow and underflow.
 */
record DoubleDouble(double hi, double lo) {
  static final DoubleDouble ONE = new DoubleDouble(1, 0);
  static final DoubleDouble PI = new DoubleDouble(Math.PI, 1.2246467991473532E-16);
  static final DoubleDouble LN2 = new DoubleDouble(0.6931471805599453, 2.3190468138462996E-17);

  private static final double SPLITTER = 0x1p27 + 1;

  /** The upper 26 bits of {@code a}. */
  static double upper(double a) {
    double t = SPLITTER * a;
    return t - (t - a);
  }

  /** What rounding took from {@code a * b}, given the rounded {@code product}. */
  static double productError(double a, double b, double product) {
    double aHi = upper(a);
    double aLo = a - aHi;
    double bHi = upper(b);
    double bLo = b - bHi;
    return ((aHi * bHi - product) + aHi * bLo + aLo * bHi) + aLo * bLo;
  }

  /** What rounding took from {@code a + b}, given the rounded {@code sum}. */
  static double sumError(double a, double b, double sum) {
    double t = sum - a;
    return (a - (sum - t)) + (b - t);
  }

  static DoubleDouble of(double a) {
    return new DoubleDouble(a, 0);
  }

  /** {@code a + b} for {@code |a| ≥ |b|}, or {@code a} 0. */
  static DoubleDouble normalized(double a, double b) {
    double s = a + b;
    return new DoubleDouble(s, b - (s - a));
  }

  static DoubleDouble sum(double a, double b) {
    double s = a + b;
    return new DoubleDouble(s, sumError(a, b, s));
  }

  static DoubleDouble product(double a, double b) {
    double p = a * b;
    return new DoubleDouble(p, productError(a, b, p));
  }

  static DoubleDouble quotient(double a, double b) {
    double q = a / b;
    double p = q * b;
    return new DoubleDouble(q, ((a - p) - productError(q, b, p)) / b);
  }

  DoubleDouble plus(DoubleDouble b) {
    double s = hi + b.hi;
    double e = sumError(hi, b.hi, s);
    double t = lo + b.lo;
    double f = sumError(lo, b.lo, t);
    e += t;
    double u = s + e;
    return normalized(u, (e - (u - s)) + f);
  }

  DoubleDouble plus(double b) {
    double s = hi + b;
    return normalized(s, sumError(hi, b, s) + lo);
  }

  DoubleDouble minus(DoubleDouble b) {
    return plus(b.negated());
  }

  DoubleDouble negated() {
    return new DoubleDouble(-hi, -lo);
  }

  DoubleDouble times(DoubleDouble b) {
    double p = hi * b.hi;
    return normalized(p, productError(hi, b.hi, p) + (hi * b.lo + lo * b.hi));
  }

  DoubleDouble times(double b) {
    double p = hi * b;
    return normalized(p, productError(hi, b, p) + lo * b);
  }

  /** Multiplied by a power of two, which is exact. */
  DoubleDouble scaled(double powerOfTwo) {
    return new DoubleDouble(hi * powerOfTwo, lo * powerOfTwo);
  }

  DoubleDouble dividedBy(DoubleDouble b) {
    double q = hi / b.hi;
    DoubleDouble rest = minus(b.times(q));
    double r = rest.hi / b.hi;
    rest = rest.minus(b.times(r));
    return normalized(q, r).plus(rest.hi / b.hi);
  }

  DoubleDouble squareRoot() {
    if (hi == 0) {
      return this;
    }
    double root = Math.sqrt(hi);
    return normalized(root, minus(product(root, root)).hi / (2 * root));
  }

  double value() {
    return hi + lo;
  }
}
