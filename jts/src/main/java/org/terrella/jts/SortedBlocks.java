package org.terrella.jts;

import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geomgraph.EdgeEnd;
import org.locationtech.jts.noding.SegmentNode;

/**
 * A map in the natural order of its keys, held in sorted arrays of at most {@value #BLOCK} entries.
 * JTS uses it in place of {@link java.util.TreeMap}: most of its maps hold a few entries, for which
 * a tree is slow, above all in WebAssembly, where a comparison through an interface costs much more
 * than one of a known class.
 *
 * <p>Finding takes O(log n) comparisons. Putting moves at most a block as well, and once in half a
 * block's puts the list of blocks.
 */
public final class SortedBlocks<K, V> extends AbstractMap<K, V> {
  private static final int BLOCK = 64;
  private static final int FIRST = 4;

  /** A run of entries; all of its keys are below those of the next block. */
  private static final class Block {
    Object[] keys;
    Object[] values;
    int size;

    Block(int capacity) {
      keys = new Object[capacity];
      values = new Object[capacity];
    }
  }

  private Block[] blocks;
  private int blockCount;
  private int size;
  private int changes;

  /** Where the last search ended: the block, and the entry in it or, below 0, ~ its place. */
  private int block;

  @Override
  public int size() {
    return size;
  }

  @Override
  public boolean containsKey(Object key) {
    return find(key) >= 0;
  }

  @Override
  public V get(Object key) {
    int at = find(key);
    return at < 0 ? null : value(blocks[block], at);
  }

  @Override
  public V put(K key, V value) {
    int at = find(key);
    if (at >= 0) {
      V old = value(blocks[block], at);
      blocks[block].values[at] = value;
      return old;
    }
    insert(~at, key, value);
    return null;
  }

  @Override
  public V remove(Object key) {
    int at = find(key);
    if (at < 0) {
      return null;
    }
    V old = value(blocks[block], at);
    removeAt(block, at);
    return old;
  }

  @Override
  public void clear() {
    blocks = null;
    blockCount = 0;
    size = 0;
    changes++;
  }

  @Override
  public Collection<V> values() {
    return new AbstractCollection<V>() {
      @Override
      public Iterator<V> iterator() {
        return new Cursor<V>() {
          @Override
          V current(Block of, int at) {
            return value(of, at);
          }
        };
      }

      @Override
      public int size() {
        return size;
      }
    };
  }

  @Override
  public Set<K> keySet() {
    return new AbstractSet<K>() {
      @Override
      public Iterator<K> iterator() {
        return new Cursor<K>() {
          @Override
          K current(Block of, int at) {
            return key(of, at);
          }
        };
      }

      @Override
      public int size() {
        return size;
      }

      @Override
      public boolean contains(Object key) {
        return containsKey(key);
      }
    };
  }

  @Override
  public Set<Map.Entry<K, V>> entrySet() {
    return new AbstractSet<Map.Entry<K, V>>() {
      @Override
      public Iterator<Map.Entry<K, V>> iterator() {
        return new Cursor<Map.Entry<K, V>>() {
          @Override
          Map.Entry<K, V> current(Block of, int at) {
            return new SimpleEntry<K, V>(key(of, at), value(of, at)) {
              private static final long serialVersionUID = 1L;

              @Override
              public V setValue(V value) {
                put(getKey(), value);
                return super.setValue(value);
              }
            };
          }
        };
      }

      @Override
      public int size() {
        return size;
      }
    };
  }

  @SuppressWarnings("unchecked")
  private static <V> V value(Block of, int at) {
    return (V) of.values[at];
  }

  @SuppressWarnings("unchecked")
  private static <K> K key(Block of, int at) {
    return (K) of.keys[at];
  }

  private int find(Object key) {
    if (key == null) {
      throw new NullPointerException();
    }
    block = 0;
    if (blockCount == 0) {
      return ~0;
    }
    int low = 1;
    int high = blockCount - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (compare(key, blocks[middle].keys[0]) >= 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    block = low - 1;
    return find(blocks[block], key);
  }

  private static int find(Block in, Object key) {
    Object[] keys = in.keys;
    int low = 0;
    int high = in.size - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = compare(key, keys[middle]);
      if (order == 0) {
        return middle;
      }
      if (order > 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return ~low;
  }

  /** The classes that JTS sorts by most are asked for directly. */
  @SuppressWarnings("unchecked")
  private static int compare(Object a, Object b) {
    if (a instanceof Coordinate coordinate) {
      return coordinate.compareTo((Coordinate) b);
    }
    if (a instanceof SegmentNode node) {
      return node.compareTo(b);
    }
    if (a instanceof EdgeEnd end) {
      return end.compareTo(b);
    }
    return ((Comparable<Object>) a).compareTo(b);
  }

  private void insert(int at, Object key, Object value) {
    changes++;
    if (blockCount == 0) {
      blocks = new Block[] {new Block(FIRST)};
      blockCount = 1;
    }
    Block target = blocks[block];
    int place = at;
    if (target.size == BLOCK) {
      Block upper = split(target, place == BLOCK && block == blockCount - 1);
      if (place > target.size || target.size == BLOCK) {
        place -= target.size;
        target = upper;
      }
    } else if (target.size == target.keys.length) {
      target.keys = Arrays.copyOf(target.keys, 2 * target.size);
      target.values = Arrays.copyOf(target.values, 2 * target.size);
    }
    int moved = target.size - place;
    if (moved > 0) {
      System.arraycopy(target.keys, place, target.keys, place + 1, moved);
      System.arraycopy(target.values, place, target.values, place + 1, moved);
    }
    target.keys[place] = key;
    target.values[place] = value;
    target.size++;
    size++;
  }

  /** Moves half of the entries, or none when keys come in order, to a new block above. */
  private Block split(Block full, boolean appending) {
    int kept = appending ? BLOCK : BLOCK / 2;
    Block upper = new Block(BLOCK);
    upper.size = BLOCK - kept;
    System.arraycopy(full.keys, kept, upper.keys, 0, upper.size);
    System.arraycopy(full.values, kept, upper.values, 0, upper.size);
    Arrays.fill(full.keys, kept, BLOCK, null);
    Arrays.fill(full.values, kept, BLOCK, null);
    full.size = kept;
    if (blockCount == blocks.length) {
      blocks = Arrays.copyOf(blocks, 2 * blockCount);
    }
    System.arraycopy(blocks, block + 1, blocks, block + 2, blockCount - block - 1);
    blocks[block + 1] = upper;
    blockCount++;
    return upper;
  }

  private void removeAt(int from, int at) {
    changes++;
    Block target = blocks[from];
    int moved = target.size - at - 1;
    System.arraycopy(target.keys, at + 1, target.keys, at, moved);
    System.arraycopy(target.values, at + 1, target.values, at, moved);
    target.size--;
    target.keys[target.size] = null;
    target.values[target.size] = null;
    if (target.size == 0) {
      System.arraycopy(blocks, from + 1, blocks, from, blockCount - from - 1);
      blockCount--;
      blocks[blockCount] = null;
    }
    size--;
  }

  /** Goes through all entries in order; {@link #current} makes of an entry what is wanted. */
  private abstract class Cursor<T> implements Iterator<T> {
    private int expected = changes;
    private int inBlock;
    private int next;
    private boolean removable;

    abstract T current(Block of, int at);

    @Override
    public boolean hasNext() {
      return inBlock < blockCount;
    }

    @Override
    public T next() {
      if (expected != changes) {
        throw new ConcurrentModificationException();
      }
      if (inBlock >= blockCount) {
        throw new NoSuchElementException();
      }
      Block of = blocks[inBlock];
      T found = current(of, next++);
      if (next == of.size) {
        inBlock++;
        next = 0;
      }
      removable = true;
      return found;
    }

    @Override
    public void remove() {
      if (!removable) {
        throw new IllegalStateException();
      }
      if (expected != changes) {
        throw new ConcurrentModificationException();
      }
      removable = false;
      int before = blockCount;
      if (next == 0) {
        inBlock--;
        next = blocks[inBlock].size;
      }
      next--;
      removeAt(inBlock, next);
      if (blockCount < before) {
        next = 0;
      } else if (next == blocks[inBlock].size) {
        inBlock++;
        next = 0;
      }
      expected = changes;
    }
  }
}
