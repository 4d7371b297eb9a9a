package org.terrella.processing.query;

import java.util.ArrayList;
import java.util.List;
import org.terrella.exact.DoubleText;
import org.terrella.processing.feature.BinaryColumn;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.RealColumn;
import org.terrella.processing.feature.TextColumn;

/**
 * Finds rows by words: each word must stand in some field, or in the identifier, as part of its
 * text, in whatever case and with or without accents. Bytes are not searched.
 */
final class TextSearch {
  private static final String OF_NUMBERS = "0123456789.-e";

  private final List<Column> columns = new ArrayList<>();
  private final List<char[]> words = new ArrayList<>();
  private final FoldedText folded = new FoldedText();
  private final byte[] digits = new byte[DoubleText.MAX_LENGTH];

  TextSearch(FeatureTable table, String search) {
    if (table.ids() != null) {
      columns.add(table.ids());
    }
    for (Column column : table.columns()) {
      if (!(column instanceof BinaryColumn)) {
        columns.add(column);
      }
    }
    // String.split would bring regular expressions into the program, and double its size.
    int start = 0;
    for (int at = 0; at <= search.length(); at++) {
      if (at == search.length() || search.charAt(at) <= ' ') {
        if (at > start) {
          words.add(FoldedText.fold(search.substring(start, at)));
        }
        start = at + 1;
      }
    }
  }

  boolean finds(int row) {
    for (char[] word : words) {
      boolean found = false;
      for (int i = 0; i < columns.size() && !found; i++) {
        found = contains(columns.get(i), row, word);
      }
      if (!found) {
        return false;
      }
    }
    return true;
  }

  private boolean contains(Column column, int row, char[] word) {
    if (column.isNull(row) || column.field().type().isNumeric() && !isOfNumbers(word)) {
      return false;
    }
    folded.clear();
    if (column instanceof TextColumn text) {
      folded.add(text.utf8(), text.offsets()[row], text.offsets()[row + 1]);
    } else if (column instanceof RealColumn reals) {
      folded.add(digits, 0, DoubleText.write(reals.values()[row], digits, 0));
    } else {
      String text = column.value(row).toString();
      for (int i = 0; i < text.length(); i++) {
        folded.add(text.charAt(i));
      }
    }
    return folded.contains(word);
  }

  private static boolean isOfNumbers(char[] word) {
    for (char c : word) {
      if (OF_NUMBERS.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }
}
