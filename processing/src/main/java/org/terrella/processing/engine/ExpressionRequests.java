package org.terrella.processing.engine;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.terrella.json.JsonObject;
import org.terrella.processing.expression.Context;
import org.terrella.processing.expression.Expression;
import org.terrella.processing.expression.ExpressionException;
import org.terrella.processing.expression.Preview;
import org.terrella.processing.feature.FeatureTable;

/**
 * The value of an expression for one row, for an editor. A worker gets that row only and says, with
 * {@code all}, when it must have the others too.
 */
final class ExpressionRequests {
  private ExpressionRequests() {}

  /**
   * The task for a worker.
   *
   * @param all whether the worker gets all rows
   * @param layers those that the expression names
   */
  static Message task(
      Message request, FeatureTable table, boolean all, Map<String, List<FeatureTable>> layers) {
    JsonObject header = request.header();
    String text = header.string("expression");
    int row = Math.max(0, Math.min(header.optInteger("row", 0), table.size() - 1));
    boolean one = !all && table.size() > 0;
    JsonObject task =
        JsonObject.of()
            .with("filter", text)
            .with("row", one ? 0 : row)
            .with("first", one ? row : 0)
            .with("part", one)
            .with("definitions", header.optObject("definitions"));
    return RowRequests.task(
        request.id(), "evaluate", task, one ? table.slice(row, row + 1) : table, null, layers);
  }

  /** What a worker answers to such a task. */
  static Message answer(Message task) {
    JsonObject header = task.header();
    TableCodec.Arrays arrays = new TableCodec.Arrays(task.buffers());
    FeatureTable table = TableCodec.decode(header.object("table"), arrays);
    Context context = RowRequests.context(header, arrays).at(header.integer("first"));
    return new Message(task.id(), Message.RESULT, evaluated(header, table, context));
  }

  private static String sentence(String clause) {
    return clause.substring(0, 1).toUpperCase(Locale.ROOT) + clause.substring(1) + ".";
  }

  private static JsonObject evaluated(JsonObject header, FeatureTable table, Context context) {
    try {
      Expression expression =
          Expression.of(header.string("filter"), table, header.array("names").strings(), context);
      if (header.bool("part") && expression.usesAllRows()) {
        return JsonObject.of().with("all", true);
      }
      return table.size() == 0 ? JsonObject.of() : Preview.of(expression.at(header.integer("row")));
    } catch (ExpressionException wrong) {
      return JsonObject.of()
          .with("problem", sentence(wrong.reason()))
          .with("position", wrong.position());
    }
  }
}
