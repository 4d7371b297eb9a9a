package org.terrella.webapp.expression;

import java.util.ArrayList;
import java.util.List;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.webapp.Words;
import org.terrella.workbench.engine.EngineClient;

/** The functions of expressions, asked for once: only the workers know them. */
public final class FunctionCatalog {
  private static final String[] VARIABLES = {
    "@feature",
    "@geometry",
    "@id",
    "@layer_crs",
    "@layer_feature_count",
    "@layer_name",
    "@row_number",
    "$id",
    "$geometry"
  };

  private final EngineClient engine;
  private JsonArray functions = JsonArray.of();

  public FunctionCatalog(EngineClient engine) {
    this.engine = engine;
  }

  /** Fetches the functions; waits. */
  void load() {
    if (functions.isEmpty()) {
      functions = engine.request("expressions", JsonObject.of()).header().array("functions");
    }
  }

  /** Those that were fetched, in alphabetical order. */
  List<JsonObject> all() {
    return functions.objects();
  }

  /** What a function is called with, such as {@code round(value, [places])}. */
  static String signature(JsonObject function) {
    String name = function.string("name");
    if (name.startsWith("$")) {
      return name;
    }
    StringBuilder text = new StringBuilder(name).append('(');
    String between = "";
    for (JsonObject parameter : function.array("parameters").objects()) {
      String own = parameter.string("name");
      boolean optional = parameter.optBool("optional", false);
      text.append(between).append(optional ? "[" + own + "]" : own);
      between = ", ";
    }
    return text.append(function.optBool("any", false) ? between + "…)" : ")").toString();
  }

  /** A group as people read it. */
  static String group(JsonObject function) {
    String group = function.string("group");
    return group.equals("GeometryGroup") ? "Geometry" : group;
  }

  /** Functions that have all words in their names or helps; names that begin so come first. */
  List<JsonObject> search(String query) {
    List<String> words = Words.of(query);
    List<JsonObject> first = new ArrayList<>();
    List<JsonObject> rest = new ArrayList<>();
    for (JsonObject function : all()) {
      String name = function.string("name");
      if (!words.isEmpty() && name.startsWith(words.get(0))) {
        first.add(function);
      } else if (Words.allIn(words, name + " " + Words.lower(function.string("help")))) {
        rest.add(function);
      }
    }
    first.addAll(rest);
    return first;
  }

  /**
   * What can stand where a word begins.
   *
   * @param word what was written of it
   * @param fields the names of the fields
   */
  List<Completion> completions(String word, List<String> fields) {
    List<Completion> found = new ArrayList<>();
    List<Completion> within = new ArrayList<>();
    boolean quoted = word.startsWith("\"");
    String wanted = Words.lower(quoted ? word.substring(1) : word);
    for (String field : fields) {
      String text = "\"" + field.replace("\"", "\"\"") + "\"";
      add(found, within, wanted, Words.lower(field), new Completion(text, field, "field"));
    }
    if (!quoted) {
      for (JsonObject function : all()) {
        String name = function.string("name");
        String text = name.startsWith("$") ? name : name + "(";
        add(
            found,
            within,
            wanted,
            name,
            new Completion(text, signature(function), function.string("help")));
      }
      for (String variable : VARIABLES) {
        add(found, within, wanted, variable, new Completion(variable, variable, "variable"));
      }
    }
    found.addAll(within);
    return found;
  }

  private static void add(
      List<Completion> first, List<Completion> rest, String word, String name, Completion whole) {
    if (name.startsWith(word)) {
      first.add(whole);
    } else if (word.length() > 1 && name.contains(word)) {
      rest.add(whole);
    }
  }

  /**
   * Something to write.
   *
   * @param text what is written
   * @param label what the list says
   * @param detail what it is
   */
  record Completion(String text, String label, String detail) {}
}
