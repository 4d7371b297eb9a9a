package org.terrella.processing.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.processing.algorithm.Progress;
import org.terrella.processing.expression.Context;
import org.terrella.processing.expression.LayerInputs;
import org.terrella.processing.expression.Layers;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.projection.Definitions;
import org.terrella.processing.query.DistinctValues;
import org.terrella.processing.query.FieldStatistics;
import org.terrella.processing.query.LayerFilter;
import org.terrella.processing.query.RowQuery;
import org.terrella.processing.query.RowSets;

/**
 * Questions about the rows of a table. The owner sends a worker with the algorithms the columns in
 * question, so that it can go on answering and the question can be cancelled; and it remembers the
 * last answers, so that the next page of a sorted table comes at once.
 */
final class RowRequests {
  private static final int MOST_KEPT = 4;

  private final List<Kept> kept = new ArrayList<>();

  private record Kept(String key, FeatureTable table, RowQuery query, int[] rows) {}

  /** The rows of an earlier answer about the very same table, or null. */
  int[] known(FeatureTable table, RowQuery query) {
    for (Kept each : kept) {
      if (each.table == table && each.query.equals(query)) {
        return each.rows;
      }
    }
    return null;
  }

  /** Remembers an answer about the table that the owner calls {@code key}. */
  void keep(String key, FeatureTable table, RowQuery query, int[] rows) {
    kept.add(0, new Kept(key, table, query, rows));
    if (kept.size() > MOST_KEPT) {
      kept.remove(MOST_KEPT);
    }
  }

  /** Forgets all about a table, which is dropped or replaced. */
  void forget(String key) {
    kept.removeIf(each -> each.key.equals(key));
  }

  /**
   * The task for a worker with the algorithms, whose program knows expressions.
   *
   * @param kind {@code rows}, {@code values}, {@code statistics} or {@code evaluate}
   * @param field the field that values or statistics are wanted of, or null
   * @param layers those that expressions name, see {@link LayerInputs}
   */
  static Message task(
      int id,
      String kind,
      JsonObject header,
      FeatureTable table,
      String field,
      Map<String, List<FeatureTable>> layers) {
    List<Object> buffers = new ArrayList<>();
    FeatureTable needed = RowQuery.of(header).needed(table, field);
    List<String> names = new ArrayList<>();
    for (Field each : table.fields()) {
      if (!LayerFilter.isComputed(each)) {
        names.add(each.name());
      }
    }
    JsonObject full =
        header
            .with("table", TableCodec.encode(needed, buffers))
            .with("names", JsonArray.ofStrings(names))
            .with("inputs", RunCodec.encodeInputs(layers, buffers));
    return new Message(id, kind, full, buffers);
  }

  /** What is selected after a request to select some of the rows that its query found. */
  static Message selected(Message request, int[] found, int size) {
    JsonObject header = request.header();
    int[] before = request.buffers().isEmpty() ? new int[0] : (int[]) request.buffers().get(0);
    int[] meant = found;
    if (header.has("rows")) {
      meant = RowSets.combine("intersect", found, RowSets.of(header.array("rows").numbers(), size));
    } else if (header.has("bits")) {
      meant = RowSets.combine("intersect", found, RowSets.ofBits(header.string("bits")));
    }
    int[] rows = RowSets.combine(header.optString("how", "new"), before, meant);
    return new Message(request.id(), Message.RESULT, JsonObject.of(), List.of(rows));
  }

  /** What expressions of such a task know, whose table was decoded already. */
  static Context context(JsonObject header, TableCodec.Arrays arrays) {
    return Context.of(
        new Definitions(header.optObject("definitions")),
        Layers.of(RunCodec.decodeInputs(header, arrays)));
  }

  /** What a worker answers to such a task. */
  static Message answer(Message task, Progress progress) {
    JsonObject header = task.header();
    TableCodec.Arrays arrays = new TableCodec.Arrays(task.buffers());
    FeatureTable table = TableCodec.decode(header.object("table"), arrays);
    int[] rows =
        RowQuery.of(header)
            .rows(table, header.array("names").strings(), context(header, arrays), progress);
    if (task.kind().equals("rows")) {
      return new Message(task.id(), Message.RESULT, JsonObject.of(), List.of(rows));
    }
    Column column = table.column(header.string("field"));
    return new Message(
        task.id(),
        Message.RESULT,
        task.kind().equals("statistics")
            ? FieldStatistics.of(column, rows)
            : DistinctValues.of(column, rows)
                .toJson(
                    header.optInteger("offset", 0),
                    header.optInteger("limit", 100),
                    header.optString("order", "value").equals("count")));
  }
}
