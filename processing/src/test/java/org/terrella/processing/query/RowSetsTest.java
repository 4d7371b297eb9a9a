package org.terrella.processing.query;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.terrella.error.TerrellaException;

class RowSetsTest {
  @Test
  void combinesAsSetsDo() {
    Random random = new Random(3);
    for (int trial = 0; trial < 500; trial++) {
      TreeSet<Integer> before = some(random);
      TreeSet<Integer> found = some(random);
      TreeSet<Integer> both = new TreeSet<>(before);
      both.retainAll(found);
      TreeSet<Integer> all = new TreeSet<>(before);
      all.addAll(found);
      TreeSet<Integer> less = new TreeSet<>(before);
      less.removeAll(found);
      TreeSet<Integer> either = new TreeSet<>(all);
      either.removeAll(both);
      assertCombined(found, "new", before, found);
      assertCombined(all, "add", before, found);
      assertCombined(less, "remove", before, found);
      assertCombined(both, "intersect", before, found);
      assertCombined(either, "toggle", before, found);
    }
    assertThrows(TerrellaException.class, () -> RowSets.combine("else", new int[0], new int[] {1}));
  }

  private static TreeSet<Integer> some(Random random) {
    TreeSet<Integer> rows = new TreeSet<>();
    for (int i = random.nextInt(8); i > 0; i--) {
      rows.add(random.nextInt(10));
    }
    return rows;
  }

  private static void assertCombined(
      TreeSet<Integer> expected, String how, TreeSet<Integer> before, TreeSet<Integer> found) {
    assertArrayEquals(
        array(expected),
        RowSets.combine(how, array(before), array(found)),
        how + " of " + before + " and " + found);
  }

  private static int[] array(TreeSet<Integer> rows) {
    return rows.stream().mapToInt(Integer::intValue).toArray();
  }
}
