package org.terrella.processing.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.terrella.error.TerrellaException;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.geometry.GeodesicMeasure;
import org.terrella.processing.geometry.JtsGeometries;
import org.terrella.processing.naming.Suggestions;

/** What names mean in an expression: fields of a table, variables. */
final class Scope {
  private static final int MOST_EVALUATIONS = 3;

  /** Functions that compute expressions, which may look for other rows. */
  private static final List<String> ALL_ROWS = List.of("eval", "eval_template");

  private final FeatureTable table;
  private final List<String> names;
  private final Context context;
  private final Set<String> fields = new LinkedHashSet<>();
  private final Bindings bindings;
  private final NamedLayer layer;
  private final boolean outermost;
  private final Map<String, Scope> others = new HashMap<>();
  private final Transformations transformations;
  private final Map<String, Evaluator> evaluated = new HashMap<>();
  private int evaluations;
  private boolean usesIds;
  private boolean usesGeometry;
  private boolean usesAllRows;
  // The geometry asked for last: several functions of a row often look at the same one.
  private int lastRow = -1;
  private Geometry lastGeometry;
  private int replacedRow = -1;
  private Geometry replacement;
  private GeodesicMeasure geodesic;
  private RowLookup lookup;

  /**
   * @param names all fields there are, which {@code table} may have only some of
   */
  Scope(FeatureTable table, List<String> names, Context context) {
    this(table, names, context, new Bindings(), new NamedLayer("", table, true), true);
  }

  private Scope(
      FeatureTable table,
      List<String> names,
      Context context,
      Bindings bindings,
      NamedLayer layer,
      boolean outermost) {
    this.table = table;
    this.names = names;
    this.context = context;
    this.bindings = bindings;
    this.layer = layer;
    this.outermost = outermost;
    transformations = new Transformations(context.definitions());
  }

  FeatureTable table() {
    return table;
  }

  /** The layer whose rows these are. */
  NamedLayer layer() {
    return layer;
  }

  /** The names that are bound here. */
  Bindings bindings() {
    return bindings;
  }

  /**
   * The scope of a layer by its id or name: this one, or another that knows what is bound here.
   *
   * @param here whether features are to be in the system of these
   * @return null when there is no such layer
   */
  Scope other(String text, boolean here) {
    NamedLayer named = context.layers().find(text);
    if (named == null) {
      return text.equals(table.name()) ? this : null;
    }
    String key = here + named.id();
    Scope other = others.get(key);
    if (other == null) {
      FeatureTable rows = here ? named.in(table.crs(), context.definitions()) : named.table();
      List<String> fields = rows.fields().stream().map(Field::name).toList();
      other = new Scope(rows, fields, context.at(0), bindings, named, false);
      others.put(key, other);
    }
    return other;
  }

  /** The row of another layer that is one of these rows; -1 when it is another layer. */
  int rowIn(NamedLayer other, int row) {
    if (outermost) {
      return other.isOwn() ? context.firstRow() + row : -1;
    }
    return other == layer ? row : -1;
  }

  /** Why a layer cannot be looked at. */
  static String missing(String text) {
    return "\""
        + text
        + "\" is no layer with features here; layers must be named in quotes, by name or id";
  }

  Context context() {
    return context;
  }

  /** The fields that were asked for, by their names in the table. */
  Set<String> fields() {
    return fields;
  }

  /** Whether identifiers of features were asked for. */
  boolean usesIds() {
    return usesIds;
  }

  /** Whether geometries were asked for. */
  boolean usesGeometry() {
    return usesGeometry;
  }

  /** Whether answers depend on other rows than their own. */
  boolean usesAllRows() {
    return usesAllRows;
  }

  void useAllRows() {
    usesAllRows = true;
  }

  /** Takes note of what a function looks at beside its arguments. */
  void note(Function function) {
    String name = function.name();
    usesGeometry |= name.startsWith("$") && !name.equals("$id");
    if (function.varying() && !name.startsWith("$")) {
      useFeature();
    }
    usesAllRows |= ALL_ROWS.contains(name);
  }

  /** Takes note of the layer that a function looks at, where that is known before. */
  void noteLayer(Evaluator argument) {
    Value named = argument.isConstant() ? argument.at(-1) : null;
    Scope other = named == null ? this : other(named.text(), false);
    if (other == null && !named.isNull()) {
      throw Lexer.problem(argument.position, missing(named.text()));
    }
    usesAllRows |= other == this;
  }

  private void useFeature() {
    usesGeometry = true;
    usesIds = true;
    for (Column column : table.columns()) {
      fields.add(column.field().name());
    }
  }

  /** Gives a row another geometry; null gives it back its own. */
  void replaceGeometry(int row, Geometry geometry) {
    replacedRow = geometry == null ? -1 : row;
    replacement = geometry;
  }

  /** The geometry of a row; null when it has none. */
  Geometry geometry(int row) {
    if (replacement != null && row == replacedRow) {
      return replacement;
    }
    if (row != lastRow) {
      lastGeometry = JtsGeometries.of(table.geometry(), row);
      lastRow = row;
    }
    return lastGeometry;
  }

  /** Measures on the ellipsoid; the table's coordinates must fit. */
  GeodesicMeasure geodesic() {
    if (geodesic == null) {
      geodesic = GeodesicMeasure.of(table.crs(), context.ellipsoid());
    }
    return geodesic;
  }

  /** Finds rows by values. */
  RowLookup lookup() {
    if (lookup == null) {
      lookup = new RowLookup(table, context.firstRow());
    }
    return lookup;
  }

  /** The ways between systems. */
  Transformations transformations() {
    return transformations;
  }

  /** The value of an expression that was computed itself; its tree is made once for each text. */
  Value evaluate(String text, int row) {
    if (evaluations == MOST_EVALUATIONS) {
      // An expression could evaluate itself for ever.
      throw TerrellaException.invalid(
          "Expressions evaluate each other more than " + MOST_EVALUATIONS + " times.");
    }
    evaluations++;
    try {
      Evaluator known = evaluated.get(text);
      if (known == null) {
        known = Parser.parse(text, this);
        evaluated.put(text, known);
      }
      return known.at(row);
    } finally {
      evaluations--;
    }
  }

  /** The column of a name in whatever case; null where there is none, or are several. */
  Column column(String name) {
    Column found = null;
    int alike = 0;
    for (Column column : table.columns()) {
      String own = column.field().name();
      if (own.equals(name)) {
        return column;
      } else if (own.equalsIgnoreCase(name)) {
        found = column;
        alike++;
      }
    }
    return alike == 1 ? found : null;
  }

  /** A field by its name or, when only one has it, by its name in another case. */
  Evaluator field(String name, int position) {
    Column found = column(name);
    if (found == null) {
      boolean several = false;
      for (Column column : table.columns()) {
        several |= column.field().name().equalsIgnoreCase(name);
      }
      throw Lexer.problem(
          position,
          several
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

  /**
   * @param name with {@code $} or {@code @}
   */
  Evaluator variable(String name, int position) {
    if (name.startsWith("$")) {
      String reason = Unavailable.reason(name);
      if (!reason.isEmpty()) {
        throw Lexer.problem(position, name + " " + reason);
      }
    }
    String plain = name.substring(1);
    Binding binding = name.startsWith("@") ? bindings.find(plain) : null;
    if (binding != null) {
      return binding.reference(position);
    }
    switch (name) {
      case "$id", "@id" -> {
        usesIds = true;
        return new FeatureId(position, table.ids(), context.firstRow());
      }
      case "@row_number" -> {
        return new RowValue(position, this, RowValue.Kind.NUMBER);
      }
      case "$currentfeature", "@feature", "@current_feature" -> {
        useFeature();
        return new RowValue(position, this, RowValue.Kind.FEATURE);
      }
      case "$geometry", "@geometry", "@current_geometry" -> {
        usesGeometry = true;
        return new RowValue(position, this, RowValue.Kind.GEOMETRY);
      }
      default -> {}
    }
    Value value = name.startsWith("@") ? context.variable(plain, table) : null;
    if (value != null) {
      usesAllRows |= plain.equals("layer_feature_count");
      Evaluator constant = new Evaluator.Constant(position);
      constant.result.set(value);
      return constant;
    }
    List<String> known = new ArrayList<>(List.of("$id", "@id", "@row_number", "@geometry"));
    known.addAll(List.of("$area", "$length", "$perimeter", "$x", "$y", "@feature"));
    for (String variable : context.names()) {
      known.add("@" + variable);
    }
    throw Lexer.problem(position, "there is no \"" + name + "\"" + Suggestions.clause(name, known));
  }

  /** What a row itself is: its number from 1, its feature, its geometry. */
  private static final class RowValue extends Evaluator.Varying {
    private enum Kind {
      NUMBER,
      FEATURE,
      GEOMETRY
    }

    private final Scope scope;
    private final Kind kind;

    RowValue(int position, Scope scope, Kind kind) {
      super(position);
      this.scope = scope;
      this.kind = kind;
    }

    @Override
    Value.Kind kind() {
      return switch (kind) {
        case NUMBER -> Value.Kind.INTEGER;
        case FEATURE -> Value.Kind.FEATURE;
        case GEOMETRY -> Value.Kind.GEOMETRY;
      };
    }

    @Override
    Value at(int row) {
      switch (kind) {
        case NUMBER -> result.set(scope.context.firstRow() + row + 1L);
        case FEATURE -> result.setFeature(scope, row);
        case GEOMETRY -> result.set(scope.geometry(row));
      }
      return result;
    }
  }
}
