package org.terrella.exact;

import java.util.Arrays;

/**
 * A whole number of any size that is not negative: the little of {@link java.math.BigInteger} that
 * is needed here, in a small part of its code.
 *
 * @param digits to the base 2<sup>32</sup>, the lowest first, without zeros at the end
 */
public record Natural(int[] digits) {
  public static final Natural ONE = of(1);

  private static final long MASK = 0xFFFFFFFFL;

  /** A quotient and what remains. */
  public record Division(Natural quotient, Natural remainder) {}

  /** The value of 64 bits without sign. */
  public static Natural of(long bits) {
    return trimmed(new int[] {(int) bits, (int) (bits >>> 32)});
  }

  /** The value of decimal digits in ASCII. */
  static Natural ofDecimal(byte[] text, int count) {
    Natural value = of(0);
    for (int i = 0; i < count; i++) {
      value = value.times(10, text[i] - '0');
    }
    return value;
  }

  /** {@code base} to the power of {@code exponent}; the base is positive. */
  static Natural power(int base, int exponent) {
    Natural value = ONE;
    for (int i = 0; i < exponent; i++) {
      value = value.times(base, 0);
    }
    return value;
  }

  private static Natural trimmed(int[] digits) {
    int length = digits.length;
    while (length > 0 && digits[length - 1] == 0) {
      length--;
    }
    return new Natural(length == digits.length ? digits : Arrays.copyOf(digits, length));
  }

  public boolean isZero() {
    return digits.length == 0;
  }

  /** The number of bits without leading zeros. */
  public int bitLength() {
    return isZero()
        ? 0
        : 32 * digits.length - Integer.numberOfLeadingZeros(digits[digits.length - 1]);
  }

  /** The lowest 64 bits. */
  public long longValue() {
    return digit(0) | digit(1) << 32;
  }

  boolean testBit(int bit) {
    return (digit(bit >> 5) >>> (bit & 31) & 1) != 0;
  }

  /** Whether any of the lowest bits is set. */
  boolean hasBitsBelow(int count) {
    return !minus(shifted(-count).shifted(count)).isZero();
  }

  private long digit(int i) {
    return i < digits.length ? digits[i] & MASK : 0;
  }

  public boolean isAtMost(Natural other) {
    return digits.length < other.digits.length
        || digits.length == other.digits.length && (isZero() || isAtMost(other.digits));
  }

  Natural plus(Natural other) {
    int[] sum = new int[Math.max(digits.length, other.digits.length) + 1];
    long carry = 0;
    for (int i = 0; i < sum.length; i++) {
      carry += digit(i) + other.digit(i);
      sum[i] = (int) carry;
      carry >>>= 32;
    }
    return trimmed(sum);
  }

  /** The difference to one that is not greater. */
  Natural minus(Natural other) {
    int[] difference = new int[digits.length];
    long borrow = 0;
    for (int i = 0; i < difference.length; i++) {
      borrow += digit(i) - other.digit(i);
      difference[i] = (int) borrow;
      borrow >>= 32;
    }
    return trimmed(difference);
  }

  /** {@code this · factor + summand}, both positive or zero. */
  Natural times(int factor, int summand) {
    int[] product = new int[digits.length + 1];
    long carry = summand;
    for (int i = 0; i < product.length; i++) {
      carry += digit(i) * factor;
      product[i] = (int) carry;
      carry >>>= 32;
    }
    return trimmed(product);
  }

  public Natural times(Natural other) {
    int[] product = new int[digits.length + other.digits.length];
    for (int i = 0; i < digits.length; i++) {
      long carry = 0;
      for (int j = 0; i + j < product.length; j++) {
        carry += digit(i) * other.digit(j) + (product[i + j] & MASK);
        product[i + j] = (int) carry;
        carry >>>= 32;
      }
    }
    return trimmed(product);
  }

  /** {@code this · 2^bits}, of a negative number of bits rounded down. */
  public Natural shifted(int bits) {
    int whole = bits >> 5;
    int rest = bits & 31;
    int[] result = new int[Math.max(0, digits.length + whole + 1)];
    for (int i = Math.max(0, whole); i < result.length; i++) {
      long low = i > whole ? digit(i - whole - 1) >>> (32 - rest) : 0;
      result[i] = (int) (digit(i - whole) << rest | low);
    }
    return trimmed(result);
  }

  /** The quotient by a positive number, rounded down. */
  Natural dividedBy(int divisor) {
    int[] quotient = new int[digits.length];
    long rest = 0;
    for (int i = digits.length - 1; i >= 0; i--) {
      rest = rest << 32 | digit(i);
      quotient[i] = (int) (rest / divisor);
      rest %= divisor;
    }
    return trimmed(quotient);
  }

  /** Divides by a number that is not zero, one bit of the quotient after the other. */
  public Division dividedBy(Natural divisor) {
    int bits = Math.max(0, bitLength() - divisor.bitLength() + 1);
    int[] quotient = new int[(bits + 31) >> 5];
    int[] rest = Arrays.copyOf(shifted(-bits).digits, divisor.digits.length + 1);
    for (int bit = bits - 1; bit >= 0; bit--) {
      int next = testBit(bit) ? 1 : 0;
      for (int i = 0; i < rest.length; i++) {
        int top = rest[i] >>> 31;
        rest[i] = rest[i] << 1 | next;
        next = top;
      }
      if (divisor.isAtMost(rest)) {
        quotient[bit >> 5] |= 1 << (bit & 31);
        long borrow = 0;
        for (int i = 0; i < rest.length; i++) {
          borrow += (rest[i] & MASK) - divisor.digit(i);
          rest[i] = (int) borrow;
          borrow >>= 32;
        }
      }
    }
    return new Division(trimmed(quotient), trimmed(rest));
  }

  private boolean isAtMost(int[] other) {
    int i = other.length - 1;
    while (i > 0 && digit(i) == (other[i] & MASK)) {
      i--;
    }
    return digit(i) <= (other[i] & MASK);
  }
}
