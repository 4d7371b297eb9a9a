package org.terrella.processing.expression;

import java.util.List;
import java.util.Set;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;

/**
 * An expression of QGIS's language over the rows of one table. Made once, it may be asked for any
 * row in any order, by one thread.
 *
 * <p>Errors are invalid-argument and name the character: in {@link #of} for what cannot be read and
 * for unknown fields and functions, later for values that a function cannot take.
 */
public final class Expression {
  private final Evaluator root;
  private final Scope scope;

  private Expression(Evaluator root, Scope scope) {
    this.root = root;
    this.scope = scope;
  }

  /** The expression {@code text} over {@code table}. */
  public static Expression of(String text, FeatureTable table) {
    return of(text, table, table.fields().stream().map(Field::name).toList());
  }

  /**
   * The expression {@code text} over some columns of a table.
   *
   * @param names all fields of the table, for what is said about one that is not there
   */
  public static Expression of(String text, FeatureTable table, List<String> names) {
    return of(text, table, names, Context.DEFAULT);
  }

  /**
   * The expression {@code text} over some columns of a table.
   *
   * @param names all fields of the table, for what is said about one that is not there
   */
  public static Expression of(
      String text, FeatureTable table, List<String> names, Context context) {
    Scope scope = new Scope(table, names, context);
    return new Expression(Parser.parse(text, scope), scope);
  }

  /** The names of all functions, in alphabetical order. */
  public static List<String> functions() {
    return Functions.names();
  }

  /** The value for a row, counted from 0; it is valid until the next call. */
  public Value at(int row) {
    try {
      return root.at(row);
    } catch (EvaluationException e) {
      throw e.from(scope.context().firstRow());
    }
  }

  /** Whether the value is true for a row, and neither false nor NULL. */
  public boolean isTrue(int row) {
    try {
      return root.truth(row) == 1;
    } catch (EvaluationException e) {
      throw e.from(scope.context().firstRow());
    }
  }

  /** The value for a row as a number, text that is one too; NaN where it is none. */
  public double number(int row) {
    Value value = at(row);
    if (value.isNumber()) {
      return value.real();
    }
    Value number = value.copy();
    return number.becomeNumber() ? number.real() : Double.NaN;
  }

  /** The fields that the expression looks at. */
  public Set<String> fields() {
    return scope.fields();
  }

  /** Whether the expression looks at geometries. */
  public boolean usesGeometry() {
    return scope.usesGeometry();
  }

  /** Whether the answer for a row depends on other rows, so that a slice of them does not do. */
  public boolean usesAllRows() {
    return scope.usesAllRows();
  }

  /** Whether the expression looks at the identifiers of features. */
  public boolean usesIds() {
    return scope.usesIds();
  }
}
