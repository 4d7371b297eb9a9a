package org.terrella.webapp.panel;

import java.util.List;
import org.teavm.jso.JSBody;
import org.terrella.document.Layer;
import org.terrella.exact.DoubleText;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.processing.History;
import org.terrella.webapp.processing.RunLinks;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.ui.El;
import org.terrella.workbench.ui.Icon;
import org.terrella.workbench.ui.Menu;

/** What was run for the map, as a list or as a graph, and running it again. */
public final class HistoryPanel implements Shell.Panel {
  private final App app;
  private final Shell shell;
  private final Tools tools;
  private final El body = El.div("history");
  private final El content = El.div("panel-body");
  private final El asList = choice("List", false);
  private final El asGraph = choice("Graph", true);
  private boolean graph;
  private JsonObject outcomes = JsonObject.of();
  private JsonArray drawn = JsonArray.of();

  /** Opens the form of a tool, with the parameters and the context of a run. */
  public interface Tools {
    void open(String algorithm, JsonObject parameters, JsonObject context);
  }

  public HistoryPanel(App app, Shell shell, Tools tools) {
    this.app = app;
    this.shell = shell;
    this.tools = tools;
    content.add(
        new ModelList(app, tools).element(),
        El.div("segments").attr("role", "group").attr("aria-label", "Show as").add(asList, asGraph),
        body);
    app.store.listen(
        (before, after) -> {
          if (entries() != drawn || before.layers() != after.layers()) {
            draw();
          }
        });
    draw();
  }

  private El choice(String label, boolean showsGraph) {
    return El.of("button", "segment")
        .attr("type", "button")
        .text(label)
        .onClick(
            () -> {
              graph = showsGraph;
              draw();
            });
  }

  @Override
  public String id() {
    return "history";
  }

  @Override
  public String title() {
    return "History";
  }

  @Override
  public Icon icon() {
    return Icon.HISTORY;
  }

  @Override
  public El content() {
    return content;
  }

  private JsonArray entries() {
    return app.store.document().metadata().optArray(History.KEY);
  }

  private void draw() {
    drawn = entries();
    asList.attr("aria-pressed", graph ? "false" : "true");
    asGraph.attr("aria-pressed", graph ? "true" : "false");
    body.clear();
    List<JsonObject> entries = drawn.objects();
    if (entries.isEmpty()) {
      body.add(
          El.of("p", "empty")
              .text("Every tool that you run is kept here with the map, and can be run again."));
    } else if (graph) {
      body.add(El.div("graph-scroll").add(graph(entries)));
    } else {
      El list = El.of("ul", "job-list");
      for (int i = entries.size() - 1; i >= 0; i--) {
        list.add(item(entries.get(i)));
      }
      body.add(list);
    }
  }

  private El item(JsonObject entry) {
    String title = title(entry);
    El more = El.iconButton(Icon.MORE, "More for " + title, () -> {});
    more.onClick(() -> menu(entry).open(more.node()));
    El head =
        El.div("job-head")
            .add(
                El.of("strong", "").text(title),
                El.of("span", "job-time").text(MapsDialog.when(millis(entry.string("started")))),
                more);
    El item =
        El.of("li", "job")
            .add(
                head,
                El.of("p", "run-flow")
                    .text(names(RunLinks.taken(entry)) + " → " + names(RunLinks.made(entry))));
    El foot =
        El.div("job-foot")
            .add(
                El.of("span", "job-text").text(measure(entry)),
                El.of("button", "small-button")
                    .attr("type", "button")
                    .attr("aria-label", "Run " + title + " again")
                    .text("Run again")
                    .onClick(() -> rerun(entry, false)));
    item.add(foot);
    if (outcomes.has(entry.string("id"))) {
      item.add(outcome(outcomes.object(entry.string("id"))));
    }
    return item;
  }

  private static String measure(JsonObject entry) {
    StringBuilder text = new StringBuilder();
    for (JsonObject output : entry.array("outputs").objects()) {
      if (output.has("features")) {
        int count = output.integer("features");
        text.append(count).append(count == 1 ? " feature, " : " features, ");
      }
    }
    double seconds = ((long) (entry.number("millis") / 10)) / 100.0;
    return text.append(DoubleText.write(seconds)).append(" s").toString();
  }

  /** What came of running it again. */
  private static El outcome(JsonObject outcome) {
    if (outcome.bool("identical")) {
      return El.of("p", "run-same").text("Run again: identical, to the last bit.");
    }
    StringBuilder text = new StringBuilder("Run again: different.");
    JsonArray changed = outcome.array("changedInputs");
    if (!changed.isEmpty()) {
      text.append(" The input ").append(changed.string(0)).append(" has changed since.");
    }
    for (JsonObject difference : outcome.array("differences").objects()) {
      text.append(' ').append(difference.string("name"));
      JsonObject before = difference.object("before");
      JsonObject now = difference.object("now");
      if (before.has("features") && now.has("features")) {
        int was = before.integer("features");
        int is = now.integer("features");
        text.append(
            was == is
                ? ": as many features, other values."
                : ": " + was + " features then, " + is + " now.");
      } else {
        text.append(" is another one.");
      }
    }
    return El.of("p", "run-different").text(text.toString());
  }

  private String names(List<String> places) {
    StringBuilder text = new StringBuilder();
    for (String place : places) {
      text.append(text.length() == 0 ? "" : ", ").append(name(place));
    }
    return text.length() == 0 ? "nothing" : text.toString();
  }

  /** The name of a layer, or what stands for one that is gone or was none. */
  private String name(String place) {
    Layer layer = app.store.document().layers().get(place);
    if (layer != null) {
      return layer.name();
    }
    return place.length() == 36 && place.charAt(8) == '-' ? "a removed layer" : place;
  }

  private Menu menu(JsonObject entry) {
    return new Menu()
        .item(Icon.RUN, "Run again", () -> rerun(entry, false))
        .item(Icon.REDO, "Run this and all that follow", () -> rerun(entry, true))
        .separator()
        .item(
            Icon.TOOLBOX,
            "Open the tool",
            () ->
                tools.open(
                    entry.string("algorithm"),
                    entry.object("parameters"),
                    entry.optObject("context")))
        .item(Icon.GROUP, "Make a model…", () -> makeModel(entry))
        .item(Icon.COPY, "Copy as…", () -> new RunTextDialog(app, entry.string("id")).open());
  }

  private void makeModel(JsonObject entry) {
    JsonObject args = JsonObject.of().with("id", entry.string("id")).with("name", title(entry));
    Actions.start(
        app,
        () ->
            ModelDialog.open(
                app,
                (JsonObject) app.commands.execute("model:from-history", args, new Execution())));
  }

  private static String title(JsonObject entry) {
    return entry.optString("title", entry.string("algorithm"));
  }

  private void rerun(JsonObject entry, boolean following) {
    Actions.start(
        app,
        () -> {
          JsonObject result =
              (JsonObject)
                  app.commands.execute(
                      "processing:rerun",
                      JsonObject.of().with("id", entry.string("id")).with("following", following),
                      new Execution());
          for (JsonObject run : result.array("runs").objects()) {
            outcomes = outcomes.with(run.string("id"), run);
          }
          draw();
        });
  }

  private El graph(List<JsonObject> entries) {
    StepGraph steps = new StepGraph(app);
    for (JsonObject entry : entries) {
      String id = entry.string("id");
      for (String taken : RunLinks.taken(entry)) {
        data(steps, taken);
      }
      String detail =
          !outcomes.has(id)
              ? measure(entry)
              : outcomes.object(id).bool("identical") ? "identical" : "different";
      steps.node(new StepGraph.Node(id, title(entry), detail, true, box -> menu(entry).open(box)));
      for (String taken : RunLinks.taken(entry)) {
        steps.edge(taken, id);
      }
      for (String made : RunLinks.made(entry)) {
        data(steps, made);
        steps.edge(id, made);
      }
    }
    return steps.element();
  }

  private void data(StepGraph steps, String place) {
    boolean layer = app.store.document().layers().containsKey(place);
    steps.node(
        new StepGraph.Node(
            place,
            name(place),
            layer ? "layer" : "",
            false,
            box -> {
              if (layer) {
                app.selection.select(place);
                shell.show("layers");
              }
            }));
  }

  @JSBody(params = "iso", script = "return Date.parse(iso);")
  private static native double millis(String iso);
}
