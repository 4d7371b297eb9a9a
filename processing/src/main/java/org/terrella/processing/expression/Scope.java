package org.terrella.processing.expression;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.naming.Suggestions;

/** What names mean in an expression: fields of a table, variables, functions. */
final class Scope {
  private final FeatureTable table;
  private final List<String> names;
  private final Set<String> fields = new LinkedHashSet<>();
  private boolean usesIds;

  /**
   * @param names all fields there are, which {@code table} may have only some of
   */
  Scope(FeatureTable table, List<String> names) {
    this.table = table;
    this.names = names;
  }

  /** The fields that were asked for, by their names in the table. */
  Set<String> fields() {
    return fields;
  }

  /** Whether identifiers of features were asked for. */
  boolean usesIds() {
    return usesIds;
  }

  Function function(String name, int position) {
    return Functions.get(name, position);
  }

  /** A field by its name or, when only one has it, by its name in another case. */
  Evaluator field(String name, int position) {
    Column found = null;
    int alike = 0;
    for (Column column : table.columns()) {
      String own = column.field().name();
      if (own.equals(name)) {
        found = column;
        alike = 1;
        break;
      } else if (own.equalsIgnoreCase(name)) {
        found = column;
        alike++;
      }
    }
    if (alike != 1) {
      throw Lexer.problem(
          position,
          alike > 1
              ? "several fields are called \"" + name + "\", in different case"
              : "there is no field \"" + name + "\"" + Suggestions.clause(name, quoted()));
    }
    fields.add(found.field().name());
    return new FieldValue(position, found);
  }

  private List<String> quoted() {
    List<String> quoted = new ArrayList<>();
    for (String name : names) {
      quoted.add("\"" + name + "\"");
    }
    return quoted;
  }

  Evaluator variable(String name, int position) {
    switch (name) {
      case "$id", "@id" -> {
        usesIds = true;
        return new FeatureId(position, table.ids());
      }
      case "@row_number" -> {
        return new RowNumber(position);
      }
      default ->
          throw Lexer.problem(
              position,
              "there is no \""
                  + name
                  + "\""
                  + Suggestions.clause(name, List.of("$id", "@id", "@row_number")));
    }
  }

  /** The number of the row, from 1. */
  private static final class RowNumber extends Evaluator.Varying {
    RowNumber(int position) {
      super(position);
    }

    @Override
    Value at(int row) {
      result.set(row + 1L);
      return result;
    }
  }
}
