package org.terrella.webapp.panel;

import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLElement;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.ui.El;
import org.terrella.workbench.ui.Icon;

/** The algorithms, by group or search; choosing one opens its form. */
public final class ToolboxPanel implements Shell.Panel {
  private final App app;
  private final Shell shell;
  private final ToolMemory memory = new ToolMemory();
  private final SampleView samples;
  private final El content = El.div("panel-body");
  private final El results = El.div("tools");
  private final El search =
      El.of("wa-input", "")
          .attr("placeholder", "Search tools")
          .attr("aria-label", "Search tools")
          .attr("size", "s")
          .attr("with-clear", "");
  private JsonArray algorithms = JsonArray.of();
  private List<JsonObject> listed = new ArrayList<>();
  private boolean asked;
  private String wanted = "";
  private JsonObject wantedParameters = JsonObject.of();
  private JsonObject wantedContext = JsonObject.of();

  public ToolboxPanel(App app, Shell shell) {
    this.app = app;
    this.shell = shell;
    samples = new SampleView(app);
    search.on("input", event -> list());
    content.on("keydown", this::key);
    showList();
  }

  @Override
  public String id() {
    return "toolbox";
  }

  @Override
  public String title() {
    return "Toolbox";
  }

  @Override
  public Icon icon() {
    return Icon.TOOLBOX;
  }

  @Override
  public El content() {
    return content;
  }

  /** Asks for the algorithms when they are first looked at: only the workers know them. */
  @Override
  public void shown() {
    if (asked) {
      return;
    }
    asked = true;
    Actions.start(
        app,
        () -> {
          try {
            app.expressions.load();
            algorithms =
                (JsonArray)
                    app.commands.execute("processing:list", JsonObject.of(), new Execution());
          } finally {
            asked = !algorithms.isEmpty();
          }
          list();
          open(wanted, wantedParameters, wantedContext);
        });
  }

  /** Asks for the algorithms anew, unless nobody looked at them yet. */
  public void refresh() {
    if (asked) {
      asked = false;
      shown();
    }
  }

  /** Opens the form of an algorithm with the parameters and the context of a run, once known. */
  public void open(String id, JsonObject parameters, JsonObject context) {
    wanted = id;
    wantedParameters = parameters;
    wantedContext = context;
    JsonObject algorithm = find(id);
    if (algorithm != null) {
      wanted = "";
      show(algorithm).set(parameters, context);
    }
  }

  /** The algorithm of an id; null where there is none, or not yet. */
  private JsonObject find(String id) {
    for (JsonObject algorithm : algorithms.objects()) {
      if (algorithm.string("id").equals(id)
          || algorithm.optArray("aliases").strings().contains(id)) {
        return algorithm;
      }
    }
    return null;
  }

  private void showList() {
    content.content(search, results);
    list();
  }

  private void list() {
    results.clear();
    listed = new ArrayList<>();
    String query = search.value().trim();
    if (query.isEmpty()) {
      group("Favourites", known(memory.favourites()));
      group("Recent", known(memory.recent()));
      List<JsonObject> members = new ArrayList<>();
      String group = "";
      for (JsonObject algorithm : algorithms.objects()) {
        if (!algorithm.string("group").equals(group)) {
          group(ToolSearch.groupName(group), members);
          group = algorithm.string("group");
          members = new ArrayList<>();
        }
        members.add(algorithm);
      }
      group(ToolSearch.groupName(group), members);
    } else {
      El list = El.of("ul", "choices");
      for (JsonObject algorithm : ToolSearch.find(algorithms.objects(), query)) {
        list.add(item(algorithm, true));
      }
      results.add(list);
    }
    if (listed.isEmpty()) {
      boolean loading = asked && algorithms.isEmpty();
      results.content(El.of("p", "empty").text(loading ? "Loading…" : "No tool is called that."));
    }
  }

  private List<JsonObject> known(List<String> ids) {
    List<JsonObject> found = new ArrayList<>();
    for (String id : ids) {
      JsonObject algorithm = find(id);
      if (algorithm != null) {
        found.add(algorithm);
      }
    }
    return found;
  }

  private void group(String name, List<JsonObject> members) {
    if (members.isEmpty()) {
      return;
    }
    El list = El.of("ul", "choices");
    for (JsonObject algorithm : members) {
      list.add(item(algorithm, false));
    }
    El summary =
        El.of("summary", "choice-group")
            .add(
                El.of("span", "").text(name),
                El.of("span", "group-count").text(String.valueOf(members.size())));
    El group = El.of("details", "tool-group").flag("open", !memory.isFolded(name));
    group.add(summary, list);
    group.on(
        "toggle",
        event -> {
          boolean folded = !group.node().hasAttribute("open");
          if (folded != memory.isFolded(name)) {
            memory.fold(name, folded);
          }
        });
    results.add(group);
  }

  private El item(JsonObject algorithm, boolean explained) {
    listed.add(algorithm);
    String id = algorithm.string("id");
    El open =
        El.of("button", "choice")
            .attr("type", "button")
            .attr("data-tool", id)
            .onClick(() -> show(algorithm))
            .add(El.of("strong", "").text(algorithm.string("name")), El.of("span", "").text(id));
    if (explained) {
      open.add(El.of("span", "choice-help").text(algorithm.optString("help", "")));
    }
    return El.of("li", "tool").add(open, star(id));
  }

  private El star(String id) {
    boolean[] on = {memory.favourites().contains(id)};
    El star =
        El.iconButton(Icon.STAR, "Favourite", () -> {})
            .toggle("star", true)
            .attr("aria-pressed", on[0] ? "true" : "false");
    return star.onClick(
        () -> {
          on[0] = !on[0];
          memory.favourite(id, on[0]);
          star.attr("aria-pressed", on[0] ? "true" : "false");
        });
  }

  private AlgorithmForm show(JsonObject algorithm) {
    String id = algorithm.string("id");
    AlgorithmForm form =
        new AlgorithmForm(app, shell, algorithm, samples.of(id), () -> memory.ran(id));
    El back =
        El.of("button", "back-button")
            .attr("type", "button")
            .add(Icon.BACK.element())
            .add(El.of("span", "").text("All tools"))
            .onClick(
                () -> {
                  showList();
                  focusTool(content.node(), id);
                });
    content.content(El.div("form-head").add(back, star(id)), form.element());
    toTop(content.node());
    back.focus();
    return form;
  }

  private void key(Event event) {
    if (!listed.isEmpty() && move(content.node(), search.node(), (JSObject) event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  /** Arrow keys go from the search through the tools that are seen; Enter opens the first one. */
  @JSBody(
      params = {"content", "search", "event"},
      script =
          "const tools = [...content.querySelectorAll('button.choice')].filter(tool => tool.offsetParent);"
              + "const at = tools.indexOf(document.activeElement);"
              + "const searching = search.contains(event.target);"
              + "if (!tools.length || at < 0 && !searching) return false;"
              + "const key = event.key;"
              + "if (key === 'ArrowDown') tools[Math.min(at + 1, tools.length - 1)].focus();"
              + "else if (key === 'ArrowUp' && at > 0) tools[at - 1].focus();"
              + "else if (key === 'ArrowUp' && at === 0) search.focus();"
              + "else if (key === 'Home' && at > 0) tools[0].focus();"
              + "else if (key === 'End' && at >= 0) tools[tools.length - 1].focus();"
              + "else if (key === 'Enter' && searching && search.value) tools[0].click();"
              + "else return false;"
              + "return true;")
  private static native boolean move(HTMLElement content, HTMLElement search, JSObject event);

  @JSBody(
      params = {"content", "id"},
      script =
          "const tool = [...content.querySelectorAll('button.choice')]"
              + "  .find(each => each.dataset.tool === id && each.offsetParent);"
              + "if (tool) tool.focus();")
  private static native void focusTool(HTMLElement content, String id);

  @JSBody(params = "content", script = "content.scrollTop = 0;")
  private static native void toTop(HTMLElement content);
}
