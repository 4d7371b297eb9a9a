package org.terrella.processing.geojson;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.terrella.error.TerrellaException;
import org.terrella.exact.DoubleText;
import org.terrella.processing.feature.ColumnBuilder;
import org.terrella.processing.feature.TableBuilder;
import org.terrella.text.Utf8;

/**
 * Finds the column of a property. Most features have the same keys in the same order, so the one
 * after the last is tried before any look-up.
 */
final class PropertyColumns {
  private static final int MOST_FIELDS = 10_000;
  private static final long MOST_CELLS = 200_000_000;

  private final TableBuilder table;
  private final List<byte[]> names = new ArrayList<>();
  private final List<ColumnBuilder> columns = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private int next;
  private ColumnBuilder current;

  PropertyColumns(TableBuilder table) {
    this.table = table;
  }

  void beginRow() {
    next = 0;
  }

  void key(byte[] utf8, int from, int to) {
    if (next >= names.size() || !same(names.get(next), utf8, from, to)) {
      next = find(Utf8.decode(utf8, from, to));
    }
    current = columns.get(next++).resize(table.rows());
  }

  /** The column of the last key, ready for its value. */
  ColumnBuilder column() {
    return current;
  }

  /** Adds a number; one that fits neither 64-bit type is kept as text with all its digits. */
  void number(byte[] ascii, int from, int to) {
    int digits = ascii[from] == '-' ? from + 1 : from;
    long whole = 0;
    for (int i = digits; i < to; i++) {
      int digit = ascii[i] - '0';
      if (digit < 0 || digit > 9) {
        double value = DoubleText.parse(ascii, from, to);
        if (value - value == 0) {
          current.addDouble(value);
        } else {
          current.addText(ascii, from, to);
        }
        return;
      }
      // Counting downwards, for there is one more negative number than there are positive ones.
      if (whole < Long.MIN_VALUE / 10 || whole * 10 < Long.MIN_VALUE + digit) {
        current.addText(ascii, from, to);
        return;
      }
      whole = whole * 10 - digit;
    }
    if (digits > from) {
      current.addLong(whole);
    } else if (whole == Long.MIN_VALUE) {
      current.addText(ascii, from, to);
    } else {
      current.addLong(-whole);
    }
  }

  /** Fails when filling every field of every row would not fit into memory. */
  void checkSize() {
    if ((long) columns.size() * table.rows() > MOST_CELLS) {
      throw TerrellaException.unsupported(
          columns.size() + " fields times " + table.rows() + " features are too many values.");
    }
  }

  private int find(String name) {
    Integer place = places.get(name);
    if (place != null) {
      return place;
    }
    if (names.size() == MOST_FIELDS) {
      throw TerrellaException.unsupported(
          "The features have more than " + MOST_FIELDS + " different properties.");
    }
    places.put(name, names.size());
    names.add(Utf8.encode(name));
    columns.add(table.column(name));
    return names.size() - 1;
  }

  private static boolean same(byte[] name, byte[] utf8, int from, int to) {
    if (name.length != to - from) {
      return false;
    }
    for (int i = 0; i < name.length; i++) {
      if (name[i] != utf8[from + i]) {
        return false;
      }
    }
    return true;
  }
}
