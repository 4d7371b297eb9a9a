package org.terrella.processing.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.terrella.json.Json;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonValue;
import org.terrella.processing.TestData;

/** The list of functions: that of QGIS, of an editor, and of the docs. */
class FunctionListTest {
  private static final String BEGIN = "<!-- functions: written by FunctionListTest -->\n";
  private static final String END = "<!-- end of functions -->\n";

  /** Values that look like functions in QGIS's list, but are variables here. */
  private static final List<String> VARIABLES = List.of("$geometry", "$id", "$currentfeature");

  /** A map instead of a field and its value, and what newer versions of QGIS take. */
  private static final List<String> WIDER = List.of("get_feature", "overlay_intersects");

  @Test
  void hasNamesAndParametersOfQgis() {
    String all =
        new String(
            TestData.read("../reference/qgis-expression-functions.jsonl"), StandardCharsets.UTF_8);
    List<String> wrong = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (String line : all.lines().toList()) {
      JsonObject qgis = Json.parseObject(line);
      String name = qgis.string("name");
      names.add(name);
      Function function = Functions.find(name);
      if (function == null) {
        if (Unavailable.reason(name).isEmpty() && !VARIABLES.contains(name)) {
          wrong.add(name + " is missing without a reason");
        }
      } else if (!WIDER.contains(name)) {
        compare(qgis, function, wrong);
      }
    }
    for (String name : Functions.names()) {
      if (!names.contains(name)) {
        wrong.add(name + " is no function of QGIS");
      }
    }
    assertEquals("", String.join("\n", wrong));
  }

  private static void compare(JsonObject qgis, Function function, List<String> wrong) {
    if (qgis.integer("arity") < 0) {
      return;
    }
    List<String> parameters = qgis.optArray("parameters").strings();
    JsonValue least = qgis.opt("minArgs", JsonNull.NULL);
    boolean same =
        function.most() == qgis.integer("arity")
            && (!(least instanceof JsonNumber) || function.least() == qgis.integer("minArgs"))
            && function.parameters().equals(parameters);
    if (!same) {
      wrong.add(function.usage() + " differs from QGIS's " + qgis);
    }
  }

  @Test
  void isDescribedForAnEditor() {
    for (JsonObject function : Functions.describe().objects()) {
      String help = function.string("help");
      assertTrue(help.length() > 5 && help.length() < 120 && help.endsWith("."), help);
      assertTrue(!function.string("group").isEmpty());
    }
    assertEquals(
        "{\"name\":\"round\",\"group\":\"Math\",\"parameters\":[{\"name\":\"value\"},"
            + "{\"name\":\"places\",\"optional\":true}],"
            + "\"help\":\"A number rounded to so many decimal places, halves away from zero.\"}",
        Json.write(
            Functions.describe().objects().stream()
                .filter(function -> function.string("name").equals("round"))
                .findFirst()
                .orElseThrow()));
  }

  /** Run with -Dterrella.write=true to write the table of the docs anew. */
  @Test
  void isInTheDocs() throws IOException {
    Path file = Path.of("").toAbsolutePath();
    while (!Files.exists(file.resolve("docs/expressions.md"))) {
      file = file.getParent();
    }
    file = file.resolve("docs/expressions.md");
    String docs = Files.readString(file);
    int begin = docs.indexOf(BEGIN) + BEGIN.length();
    String wanted = docs.substring(0, begin) + table() + docs.substring(docs.indexOf(END));
    if (Boolean.getBoolean("terrella.write")) {
      Files.writeString(file, wanted);
    } else {
      assertEquals(wanted, docs);
    }
  }

  private static String table() {
    Map<String, List<Function>> groups = new TreeMap<>();
    for (String name : Functions.names()) {
      Function function = Functions.find(name);
      groups.computeIfAbsent(function.group(), group -> new ArrayList<>()).add(function);
    }
    StringBuilder out = new StringBuilder();
    groups.forEach(
        (group, functions) -> {
          out.append("\n### ").append(group.equals("GeometryGroup") ? "Geometry" : group);
          out.append("\n\n| function | |\n|---|---|\n");
          for (Function function : functions) {
            String usage = function.usage();
            boolean bare = function.name().startsWith("$") && function.most() == 0;
            out.append("| `").append(bare ? function.name() : usage).append("` | ");
            out.append(function.help().replace("|", "\\|")).append(" |\n");
          }
        });
    out.append("\n### Not here\n\n| function of QGIS | it … |\n|---|---|\n");
    Map<String, List<String>> reasons = new TreeMap<>();
    Unavailable.reasons()
        .forEach(
            (name, reason) ->
                reasons.computeIfAbsent(reason, key -> new ArrayList<>()).add("`" + name + "`"));
    reasons.forEach(
        (reason, names) ->
            out.append("| ")
                .append(String.join(", ", names))
                .append(" | ")
                .append(reason)
                .append(" |\n"));
    return out.append('\n').toString();
  }
}
