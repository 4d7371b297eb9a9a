package org.terrella.processing.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.terrella.processing.naming.Suggestions;

/** All functions by their names. */
final class Functions {
  private static final String UNREPEATABLE =
      "gives another answer each time, so that results could not be computed again";
  private static final String PATTERNS = "needs regular expressions, which are not available yet";
  private static final Map<String, Function> ALL = new HashMap<>();

  static {
    ConditionalFunctions.addTo(new Functions());
    MathFunctions.addTo(new Functions());
    TextFunctions.addTo(new Functions());
    MomentFunctions.addTo(new Functions());
  }

  private Functions() {}

  /**
   * Adds a function that is NULL when an argument is.
   *
   * @param parameters names separated by blanks; those in brackets may be left out, and {@code …}
   *     stands for any number
   */
  void add(String name, String parameters, Function.Body body) {
    add(name, parameters, false, body);
  }

  /** Adds a function whose body looks at its arguments itself. */
  void addLazy(String name, String parameters, Function.Body body) {
    add(name, parameters, true, body);
  }

  private static void add(String name, String parameters, boolean lazy, Function.Body body) {
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
    ALL.put(name, new Function(name, names, least, any ? -1 : names.size(), lazy, body));
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
    switch (key) {
      case "now", "rand", "randf", "uuid" ->
          throw Lexer.problem(position, name + " " + UNREPEATABLE);
      case "regexp_match", "regexp_matches", "regexp_replace", "regexp_substr" ->
          throw Lexer.problem(position, name + " " + PATTERNS);
      default ->
          throw Lexer.problem(
              position,
              "there is no function \""
                  + name
                  + "\""
                  + Suggestions.clause(key, new ArrayList<>(ALL.keySet())));
    }
  }

  /** The names of all functions, in alphabetical order. */
  static List<String> names() {
    List<String> names = new ArrayList<>(ALL.keySet());
    names.sort(null);
    return names;
  }
}
