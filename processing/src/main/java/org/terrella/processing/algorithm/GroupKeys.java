package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.FeatureTable;

/** Rows that have the same values in some fields. */
final class GroupKeys {
  private GroupKeys() {}

  /**
   * The rows of each group, the groups in order of their first row. Nulls are equal to each other;
   * without fields all rows are one group.
   */
  static List<int[]> groups(FeatureTable table, List<String> fields) {
    List<Column> columns = new ArrayList<>();
    for (String field : fields) {
      columns.add(table.column(field));
    }
    Map<List<Object>, List<Integer>> groups = new LinkedHashMap<>();
    for (int row = 0; row < table.size(); row++) {
      List<Object> key = new ArrayList<>();
      for (Column column : columns) {
        Object value = column.value(row);
        key.add(value instanceof Double real && real == 0 ? (Object) 0.0 : value);
      }
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
    }
    List<int[]> result = new ArrayList<>();
    for (List<Integer> rows : groups.values()) {
      int[] numbers = new int[rows.size()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = rows.get(i);
      }
      result.add(numbers);
    }
    return result;
  }
}
