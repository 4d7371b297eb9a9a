package org.terrella.jts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;

/** The class library's own tree is the judge. */
class SortedBlocksTest {
  @ParameterizedTest
  @ValueSource(ints = {3, 40, 300, 5000})
  void behavesAsATreeMapUnderRandomUse(int keys) {
    Random random = new Random(keys);
    Map<Coordinate, Integer> expected = new TreeMap<>();
    Map<Coordinate, Integer> blocks = new SortedBlocks<>();
    for (int i = 0; i < 20_000; i++) {
      int drawn = random.nextInt(keys);
      Coordinate key = new Coordinate(drawn % 7, drawn);
      switch (random.nextInt(10)) {
        case 0, 1, 2 -> assertEquals(expected.remove(key), blocks.remove(key));
        case 3 -> assertEquals(expected.get(key), blocks.get(key));
        case 4 -> assertEquals(expected.containsKey(key), blocks.containsKey(key));
        default -> assertEquals(expected.put(key, i), blocks.put(key, i));
      }
      if (i % 500 == 0) {
        assertSame(expected, blocks);
      }
    }
    assertSame(expected, blocks);
    blocks.clear();
    assertSame(Map.of(), blocks);
  }

  @Test
  void keepsTheOrderOfKeysThatComeAscendingOrDescending() {
    Map<Integer, Integer> up = new SortedBlocks<>();
    Map<Integer, Integer> down = new SortedBlocks<>();
    Map<Integer, Integer> expected = new TreeMap<>();
    for (int i = 0; i < 3000; i++) {
      up.put(i, i);
      down.put(2999 - i, 2999 - i);
      expected.put(i, i);
    }
    assertSame(expected, up);
    assertSame(expected, down);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 65, 1000})
  void removesWhileIterating(int count) {
    for (int kept = 2; kept < 6; kept++) {
      Map<Integer, Integer> expected = new TreeMap<>();
      Map<Integer, Integer> blocks = new SortedBlocks<>();
      for (int i = 0; i < count; i++) {
        expected.put(i * 7 % count, i);
        blocks.put(i * 7 % count, i);
      }
      int each = kept;
      expected.keySet().removeIf(key -> key % each != 0);
      blocks.keySet().removeIf(key -> key % each != 0);
      assertSame(expected, blocks);
      blocks.values().removeIf(value -> true);
      assertSame(Map.of(), blocks);
    }
  }

  @Test
  void entriesWriteThrough() {
    Map<Integer, String> blocks = new SortedBlocks<>();
    blocks.put(1, "a");
    blocks.entrySet().iterator().next().setValue("b");
    assertEquals("b", blocks.get(1));
  }

  @Test
  void noticesChangesUnderAnIterator() {
    Map<Integer, Integer> blocks = new SortedBlocks<>();
    blocks.put(1, 1);
    blocks.put(2, 2);
    Iterator<Integer> values = blocks.values().iterator();
    values.next();
    blocks.put(3, 3);
    assertThrows(ConcurrentModificationException.class, values::next);
  }

  @Test
  void anEmptyOneHasNothing() {
    Map<Integer, Integer> blocks = new SortedBlocks<>();
    assertNull(blocks.get(1));
    assertNull(blocks.remove(1));
    assertFalse(blocks.values().iterator().hasNext());
    assertThrows(NullPointerException.class, () -> blocks.put(null, 1));
  }

  private static <K> void assertSame(Map<K, Integer> expected, Map<K, Integer> blocks) {
    assertEquals(expected.size(), blocks.size());
    assertEquals(new ArrayList<>(expected.keySet()), new ArrayList<>(blocks.keySet()));
    assertEquals(new ArrayList<>(expected.values()), new ArrayList<>(blocks.values()));
    assertEquals(expected, blocks);
  }
}
