package org.terrella.webapp.expression;

import java.util.List;
import org.teavm.jso.JSBody;
import org.terrella.document.Layer;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.workbench.Tasks;
import org.terrella.workbench.ui.El;
import org.terrella.workbench.ui.Icon;

/** An editor with the value for a feature below it, and fields and functions beside it. */
public final class ExpressionPane {
  private final App app;
  private final Layer layer;
  private final ExpressionEditor editor;
  private final El content = El.div("expression-pane");
  private final El feature = El.of("span", "preview-feature");
  private final El value = El.of("code", "preview-value").attr("role", "status");
  private final El list = El.div("function-list");
  private final El help = El.div("function-help").attr("role", "status");
  private final El search =
      El.of("input", "plain-input")
          .attr("type", "search")
          .attr("placeholder", "Search functions")
          .attr("aria-label", "Search functions");
  private int row;

  public ExpressionPane(App app, Layer layer, String label) {
    this.app = app;
    this.layer = layer;
    editor = new ExpressionEditor(app, () -> layer, label, 5);
    editor.area().attr("autofocus", "");
    editor.listen(this::preview);
    El preview =
        El.div("preview")
            .add(
                El.iconButton(Icon.BACK, "Feature before", () -> go(-1)),
                feature,
                El.iconButton(Icon.FOLD, "Next feature", () -> go(1)),
                value);
    El functions =
        El.of("details", "functions")
            .flag("open", !isNarrow())
            .add(El.of("summary", "").text("Fields and functions"), search, list, help);
    content.add(El.div("expression-main").add(editor.element(), preview), functions);
    search.on("input", event -> list());
    go(0);
    Tasks.start(
        () -> {
          app.functions.load();
          list();
        },
        failure -> help.text(failure.getMessage()));
  }

  public El element() {
    return content;
  }

  public ExpressionEditor editor() {
    return editor;
  }

  private int count() {
    return app.tables.ready(layer).summary().integer("featureCount");
  }

  private void go(int step) {
    int count = count();
    row = count == 0 ? 0 : (row + step + count) % count;
    feature.text(count == 0 ? "No features" : "Feature " + (row + 1) + " of " + count);
    editor.row(row);
  }

  private void preview() {
    JsonObject outcome = editor.outcome();
    boolean known = outcome.has("text");
    value.text(known ? outcome.string("text") : "");
    value.attr("title", known ? outcome.string("type") : "");
    if (known) {
      value.add(El.of("span", "").text(outcome.string("type")));
    }
  }

  private void list() {
    list.clear();
    String query = search.value().trim();
    List<String> fields = editor.fields();
    if (query.isEmpty() && !fields.isEmpty()) {
      El group = group("Fields");
      for (String field : fields) {
        String name = "\"" + field.replace("\"", "\"\"") + "\"";
        group.add(item(field, () -> editor.insert(name + " ")));
      }
      list.add(group.flag("open", true));
    }
    String name = "";
    El group = list;
    List<JsonObject> found = app.functions.search(query);
    if (query.isEmpty()) {
      found.sort(
          (one, other) -> FunctionCatalog.group(one).compareTo(FunctionCatalog.group(other)));
    }
    for (JsonObject function : found) {
      if (query.isEmpty() && !name.equals(FunctionCatalog.group(function))) {
        name = FunctionCatalog.group(function);
        group = group(name);
        list.add(group);
      }
      El item = item(function.string("name"), () -> explain(function));
      item.on("dblclick", event -> insert(function));
      group.add(item);
    }
    if (found.isEmpty()) {
      list.add(El.of("p", "empty").text("No function is called that."));
    }
  }

  private static El group(String name) {
    return El.of("details", "").add(El.of("summary", "").text(name));
  }

  private static El item(String text, Runnable action) {
    return El.of("button", "function").attr("type", "button").text(text).onClick(action);
  }

  private void explain(JsonObject function) {
    help.content(
        El.of("code", "").text(FunctionCatalog.signature(function)),
        El.of("p", "").text(function.string("help")),
        El.of("button", "small-button")
            .attr("type", "button")
            .text("Insert")
            .onClick(() -> insert(function)));
    Caret.reveal(help.node());
  }

  private void insert(JsonObject function) {
    String name = function.string("name");
    editor.insert(name.startsWith("$") ? name + " " : name + "(");
  }

  @JSBody(script = "return innerWidth < 760;")
  private static native boolean isNarrow();
}
