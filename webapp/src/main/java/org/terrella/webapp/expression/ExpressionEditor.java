package org.terrella.webapp.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.events.Event;
import org.terrella.document.Layer;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.data.LayerTables;
import org.terrella.workbench.Tasks;
import org.terrella.workbench.store.Timer;
import org.terrella.workbench.ui.El;

/**
 * A text area for an expression: completes words, and has the engine compute the expression for a
 * feature of its layer while one writes, so that mistakes show at their place.
 */
public final class ExpressionEditor {
  private static final int PAUSE_MILLIS = 250;

  private final App app;
  private final Supplier<Layer> layer;
  private final El area =
      El.of("textarea", "paste expression")
          .attr("spellcheck", "false")
          .attr("autocapitalize", "off");
  private final El problem = El.div("expression-problem").attr("role", "status");
  private final Completions completions = new Completions(area, this::complete);
  private final Timer timer = new Timer(this::evaluate);
  private final List<Runnable> listeners = new ArrayList<>();
  private JsonObject outcome = JsonObject.of();
  private int row;
  private int asked;

  /**
   * An editor.
   *
   * @param layer whose features it is about; gives null where there is none yet
   * @param label its name for screen readers
   */
  public ExpressionEditor(App app, Supplier<Layer> layer, String label, int rows) {
    this.app = app;
    this.layer = layer;
    area.attr("aria-label", label).attr("rows", String.valueOf(rows));
    area.on("input", event -> written(false));
    area.on("keydown", this::key);
    area.on("focus", event -> load());
    problem.flag("hidden", true);
  }

  public El element() {
    return El.div("expression-editor")
        .add(El.div("expression-area").add(area, completions.element()), problem);
  }

  /** The text area itself. */
  public El area() {
    return area;
  }

  public String text() {
    return area.value().trim();
  }

  public void text(String text) {
    area.value(text);
    changed();
  }

  /** Hears that the text, or what came out of it, is another. */
  public void listen(Runnable listener) {
    listeners.add(listener);
  }

  /** Computes the expression for another feature, counted from 0. */
  void row(int number) {
    row = number;
    timer.after(0);
  }

  /** The layer is another one. */
  public void layerChanged() {
    row = 0;
    changed();
  }

  /** What the engine answered last, see its request {@code evaluate}; empty without an answer. */
  JsonObject outcome() {
    return outcome;
  }

  /** What is wrong with the text; empty where nothing is, as far as is known. */
  public String problem() {
    return outcome.optString("problem", "");
  }

  /** Writes something at the caret. */
  void insert(String text) {
    int at = Caret.at(area.node());
    Caret.replace(area.node(), at, at, text);
  }

  List<String> fields() {
    List<String> names = new ArrayList<>();
    Layer chosen = layer.get();
    LayerTables.Table table = chosen == null ? null : app.tables.of(chosen);
    if (table != null && table.summary() != null) {
      for (JsonObject field : table.summary().array("fields").objects()) {
        names.add(field.string("name"));
      }
    }
    return names;
  }

  private void load() {
    // Without the functions there is less to complete, and no more.
    Tasks.start(app.functions::load, failure -> completions.close());
  }

  private void key(Event event) {
    if (completions.takes(event)) {
      return;
    }
    if (Caret.key((JSObject) event).equals("Ctrl+ ")) {
      Caret.consume(event);
      written(true);
    }
  }

  private void written(boolean asked) {
    int at = Caret.at(area.node());
    String text = area.value();
    String word = text.substring(Caret.wordStart(text, at), at);
    completions.offer(
        word.isEmpty() && !asked ? List.of() : app.functions.completions(word, fields()));
    changed();
  }

  private void complete(FunctionCatalog.Completion completion) {
    int at = Caret.at(area.node());
    Caret.replace(area.node(), Caret.wordStart(area.value(), at), at, completion.text());
    completions.close();
  }

  private void changed() {
    asked++;
    if (text().isEmpty()) {
      show(JsonObject.of());
    }
    timer.after(PAUSE_MILLIS);
    tell();
  }

  private void tell() {
    for (Runnable listener : List.copyOf(listeners)) {
      listener.run();
    }
  }

  private void evaluate() {
    Layer chosen = layer.get();
    String text = area.value();
    if (chosen == null || text().isEmpty()) {
      show(JsonObject.of());
      tell();
      return;
    }
    int own = ++asked;
    JsonObject request =
        JsonObject.of()
            .with("table", chosen.source())
            .with("expression", text)
            .with("row", (long) row);
    JsonObject answer = app.engine.request("evaluate", request).header();
    if (own == asked) {
      show(answer);
      tell();
    }
  }

  private void show(JsonObject answer) {
    outcome = answer;
    boolean wrong = answer.has("problem");
    problem.clear().flag("hidden", !wrong);
    if (wrong) {
      problem.add(place(area.value(), answer.integer("position")), El.of("p", "").text(problem()));
    }
  }

  /** The line of a mistake, with a mark from where it begins to the end of the word. */
  private static El place(String text, int position) {
    int at = Math.min(position, text.length());
    int start = text.lastIndexOf('\n', at - 1) + 1;
    int newline = text.indexOf('\n', at);
    int end = newline < 0 ? text.length() : newline;
    char begin = at < end ? text.charAt(at) : ' ';
    int quote = begin == '"' || begin == '\'' ? text.indexOf(begin, at + 1) : -1;
    int word = quote > 0 && quote < end ? quote + 1 : at;
    while (word < end && Caret.isWord(text.charAt(word))) {
      word++;
    }
    word = Math.max(word, Math.min(at + 1, end));
    return El.of("code", "")
        .add(
            El.of("span", "").text(text.substring(start, at)),
            El.of("mark", "").text(at == end ? " " : text.substring(at, word)),
            El.of("span", "").text(text.substring(word, end)));
  }
}
