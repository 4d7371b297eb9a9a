package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonValue;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.FeatureTables;

/**
 * What an algorithm gives.
 *
 * @param tables the features of each sink, by its name
 * @param values numbers and texts by the names of their outputs
 */
public record Results(Map<String, FeatureTable> tables, JsonObject values) {
  public Results {
    tables = new LinkedHashMap<>(tables);
  }

  /** A table for the sink {@code OUTPUT}. */
  public static Results of(FeatureTable output) {
    return new Results(Map.of("OUTPUT", output), JsonObject.of());
  }

  /** Values only. */
  public static Results of(JsonObject values) {
    return new Results(Map.of(), values);
  }

  public Results with(String name, FeatureTable table) {
    Map<String, FeatureTable> more = new LinkedHashMap<>(tables);
    more.put(name, table);
    return new Results(more, values);
  }

  public Results with(String name, double number) {
    return new Results(tables, values.with(name, number));
  }

  /** The features of a sink. */
  public FeatureTable table(String name) {
    FeatureTable table = tables.get(name);
    if (table == null) {
      throw TerrellaException.notFound("The algorithm made nothing for " + name + ".");
    }
    return table;
  }

  public long vertexCount() {
    long count = 0;
    for (FeatureTable table : tables.values()) {
      count += table.geometry().vertexCount();
    }
    return count;
  }

  /** Tables one after the other; numbers are added up, of texts the first counts. */
  public static Results concat(List<Results> parts) {
    Results first = parts.get(0);
    if (parts.size() == 1) {
      return first;
    }
    Map<String, FeatureTable> tables = new LinkedHashMap<>();
    for (String name : first.tables.keySet()) {
      List<FeatureTable> pieces = new ArrayList<>();
      for (Results part : parts) {
        pieces.add(part.table(name));
      }
      tables.put(name, FeatureTables.concat(pieces));
    }
    JsonObject values = first.values;
    for (String name : first.values.keys()) {
      JsonValue value = first.values.get(name);
      if (value instanceof JsonNumber) {
        double sum = 0;
        for (Results part : parts) {
          sum += part.values.number(name);
        }
        values = values.with(name, sum);
      }
    }
    return new Results(tables, values);
  }
}
