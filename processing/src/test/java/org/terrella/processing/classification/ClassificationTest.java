package org.terrella.processing.classification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.terrella.error.TerrellaException;

class ClassificationTest {
  private static final double[] VALUES = {9, Double.NaN, 1, 2, 10, 4, 20, 3, 11, 21};

  @Test
  void equalInterval() {
    Classification classes = Classification.equalInterval(VALUES, 4);
    assertEquals(1, classes.min());
    assertArrayEquals(new double[] {6, 11, 16, 21}, classes.upperBounds());
    assertEquals(0, classes.classOf(6));
    assertEquals(1, classes.classOf(6.01));
    assertEquals(3, classes.classOf(99));
  }

  /** R: {@code quantile(c(1, 2, 3, 4, 9, 10, 11, 20, 21), 1:4 / 4)}. */
  @Test
  void quantilesAreThoseOfR() {
    assertArrayEquals(
        new double[] {3, 9, 11, 21}, Classification.quantile(VALUES, 4).upperBounds());
    double[] thirds = Classification.quantile(new double[] {1, 2, 3, 4, 5, 6}, 4).upperBounds();
    assertArrayEquals(new double[] {2.25, 3.5, 4.75, 6}, thirds);
  }

  @Test
  void naturalBreaksFindTheGroups() {
    assertArrayEquals(new double[] {4, 11, 21}, Classification.jenks(VALUES, 3).upperBounds());
  }

  @Test
  void naturalBreaksAreTheBestThereAre() {
    Random random = new Random(3);
    for (int run = 0; run < 50; run++) {
      double[] values = new double[14];
      for (int i = 0; i < values.length; i++) {
        values[i] = random.nextInt(30);
      }
      Arrays.sort(values);
      double best = Double.POSITIVE_INFINITY;
      for (int a = 1; a < values.length - 1; a++) {
        for (int b = a + 1; b < values.length; b++) {
          double sum =
              spread(values, 0, a) + spread(values, a, b) + spread(values, b, values.length);
          best = Math.min(best, sum);
        }
      }
      Classification found = Classification.jenks(values, 3);
      double sum = 0;
      int from = 0;
      for (int k = 0; k < found.size(); k++) {
        int to = from;
        while (to < values.length && values[to] <= found.upperBounds()[k]) {
          to++;
        }
        sum += spread(values, from, to);
        from = to;
      }
      assertEquals(best, sum, 1e-9);
    }
  }

  private static double spread(double[] values, int from, int to) {
    Statistics part = Statistics.of(Arrays.copyOfRange(values, from, to));
    return part.standardDeviation() * part.standardDeviation() * part.count();
  }

  @Test
  void naturalBreaksOfManyValues() {
    double[] values = new double[500_000];
    Random random = new Random(4);
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(3) * 100 + random.nextDouble();
    }
    double[] bounds = Classification.jenks(values, 3).upperBounds();
    assertEquals(1, bounds[0], 0.01);
    assertEquals(101, bounds[1], 0.01);
  }

  /** R: {@code pretty(c(1, 21), 4)} is 0, 5, 10, 15, 20, 25; the last bound becomes the maximum. */
  @Test
  void prettyBreaksAreRound() {
    assertArrayEquals(
        new double[] {5, 10, 15, 20, 21}, Classification.pretty(VALUES, 4).upperBounds());
    double[] small = Classification.pretty(new double[] {0.012, 0.049}, 5).upperBounds();
    assertArrayEquals(new double[] {0.02, 0.03, 0.04, 0.049}, small, 1e-15);
    double[] around = Classification.pretty(new double[] {-83, 941}, 5).upperBounds();
    assertArrayEquals(new double[] {0, 200, 400, 600, 800, 941}, around);
  }

  @Test
  void fewValuesGiveFewClasses() {
    double[] two = {5, 5, 5, 7, 7};
    assertArrayEquals(new double[] {5, 7}, Classification.jenks(two, 5).upperBounds());
    assertArrayEquals(new double[] {5, 7}, Classification.quantile(two, 2).upperBounds());
    double[] one = {5, 5};
    for (Classification classes :
        new Classification[] {
          Classification.equalInterval(one, 4),
          Classification.quantile(one, 4),
          Classification.jenks(one, 4),
          Classification.pretty(one, 4)
        }) {
      assertArrayEquals(new double[] {5}, classes.upperBounds());
    }
  }

  @Test
  void nothingToClassify() {
    double[] none = {Double.NaN};
    assertThrows(TerrellaException.class, () -> Classification.jenks(none, 3));
    assertThrows(TerrellaException.class, () -> Classification.quantile(VALUES, 0));
  }

  @Test
  void statistics() {
    Statistics s = Statistics.of(new double[] {2, 4, 4, 4, 5, 5, 7, 9, Double.NaN});
    assertEquals(new Statistics(8, 1, 2, 9, 5, 2), s);
    double[] far = {1e9 + 1, 1e9 + 2, 1e9 + 3};
    assertEquals(Math.sqrt(2.0 / 3), Statistics.of(far).standardDeviation(), 1e-12);
    assertTrue(Double.isNaN(Statistics.of(new double[0]).mean()));
  }
}
