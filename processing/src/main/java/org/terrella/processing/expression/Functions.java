package org.terrella.processing.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.processing.naming.Suggestions;

/** All functions by their names. */
public final class Functions {
  private static final Map<String, Function> ALL = new HashMap<>();

  static {
    ConditionalFunctions.addTo(new Functions("Conditionals"));
    MathFunctions.addTo(new Functions("Math"));
    TextFunctions.addTo(new Functions("String"));
    PatternFunctions.addTo(new Functions("String"));
    FuzzyFunctions.addTo(new Functions("Fuzzy Matching"));
    ConversionFunctions.addTo(new Functions("Conversions"));
    MomentFunctions.addTo(new Functions("Date and Time"));
    ArrayFunctions.addTo(new Functions("Arrays"));
    ArrayStatistics.addTo(new Functions("Arrays"));
    MapFunctions.addTo(new Functions("Maps"));
    ColorFunctions.addTo(new Functions("Color"));
    ColorRamps.addTo(new Functions("Color"));
    RecordFunctions.addTo(new Functions("Record and Attributes"));
    GeneralFunctions.addTo(new Functions("General"));
    LayerFunctions.addTo(new Functions("Map Layers"));
    RandomFunctions.addTo(new Functions("Math"));
    PathFunctions.addTo(new Functions("Files and Paths"));
    Aggregate.addTo(new Functions("Aggregates"));
    GeometryMeasures.addTo(new Functions("GeometryGroup"));
    GeometryParts.addTo(new Functions("GeometryGroup"));
    GeometryMaking.addTo(new Functions("GeometryGroup"));
    GeometryRelations.addTo(new Functions("GeometryGroup"));
    GeometryChanges.addTo(new Functions("GeometryGroup"));
    GeometryShapes.addTo(new Functions("GeometryGroup"));
    LineFunctions.addTo(new Functions("GeometryGroup"));
    PartOrder.addTo(new Functions("GeometryGroup"));
    GmlParser.addTo(new Functions("GeometryGroup"));
    Transformations.addTo(new Functions("GeometryGroup"));
    Overlay.addTo(new Functions("GeometryGroup"));
  }

  private final String group;

  private Functions(String group) {
    this.group = group;
  }

  /**
   * Adds a function that is NULL when an argument is.
   *
   * @param parameters names separated by blanks; those in brackets may be left out, and {@code …}
   *     stands for any number
   */
  void add(String name, String parameters, String help, Function.Body body) {
    add(name, parameters, help, false, false, body);
  }

  /** Adds a function whose body looks at its arguments itself. */
  void addLazy(String name, String parameters, String help, Function.Body body) {
    add(name, parameters, help, true, false, body);
  }

  /** Adds a function that looks at its arguments itself, and at the row. */
  void addVarying(String name, String parameters, String help, Function.Body body) {
    add(name, parameters, help, true, true, body);
  }

  private void add(
      String name,
      String parameters,
      String help,
      boolean lazy,
      boolean varying,
      Function.Body body) {
    List<String> names = new ArrayList<>();
    int least = 0;
    boolean any = false;
    int start = 0;
    while (start < parameters.length()) {
      int end = parameters.indexOf(' ', start);
      end = end < 0 ? parameters.length() : end;
      if (parameters.charAt(start) == '…') {
        any = true;
      } else if (parameters.charAt(start) == '[') {
        names.add(parameters.substring(start + 1, end - 1));
      } else {
        names.add(parameters.substring(start, end));
        least++;
      }
      start = end + 1;
    }
    int most = any ? -1 : names.size();
    ALL.put(
        name.toLowerCase(Locale.ROOT),
        new Function(name, group, names, least, most, help, lazy, varying, body));
  }

  /** The function of a name, or null. */
  static Function find(String name) {
    return ALL.get(name.toLowerCase(Locale.ROOT));
  }

  /**
   * The function of a name, in whatever case.
   *
   * @throws org.terrella.error.TerrellaException invalid-argument, naming the character
   */
  static Function get(String name, int position) {
    String key = name.toLowerCase(Locale.ROOT);
    Function found = ALL.get(key);
    if (found != null) {
      return found;
    }
    String reason = Unavailable.reason(key);
    throw Lexer.problem(
        position,
        reason.isEmpty()
            ? "there is no function \""
                + name
                + "\""
                + Suggestions.clause(key, new ArrayList<>(ALL.keySet()))
            : name + " " + reason);
  }

  /** The names of all functions, in alphabetical order. */
  static List<String> names() {
    List<String> names = new ArrayList<>();
    for (Function function : ALL.values()) {
      names.add(function.name());
    }
    names.sort(null);
    return names;
  }

  /** {@code {functions}}, as {@link #describe} gives them. */
  public static JsonObject toJson() {
    return JsonObject.of().with("functions", describe());
  }

  /**
   * All functions in alphabetical order, for an editor: {@code [{name, group, parameters: [{name,
   * optional?}], any?, help}]}.
   */
  public static JsonArray describe() {
    List<JsonObject> described = new ArrayList<>();
    for (String name : names()) {
      Function function = find(name);
      List<JsonObject> parameters = new ArrayList<>();
      for (int i = 0; i < function.parameters().size(); i++) {
        JsonObject parameter = JsonObject.of().with("name", function.parameters().get(i));
        parameters.add(i < function.least() ? parameter : parameter.with("optional", true));
      }
      JsonObject json =
          JsonObject.of()
              .with("name", name)
              .with("group", function.group())
              .with("parameters", JsonArray.of(parameters))
              .with("help", function.help());
      described.add(function.most() < 0 ? json.with("any", true) : json);
    }
    return JsonArray.of(described);
  }
}
