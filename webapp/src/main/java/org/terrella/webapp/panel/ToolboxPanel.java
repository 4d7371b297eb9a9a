package org.terrella.webapp.panel;

import java.util.Locale;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.ui.El;
import org.terrella.workbench.ui.Icon;

/** The algorithms, by search; choosing one opens its form. */
public final class ToolboxPanel implements Shell.Panel {
  private final App app;
  private final Shell shell;
  private final El content = El.div("panel-body");
  private final El results = El.of("ul", "choices");
  private final El search =
      El.of("wa-input", "")
          .attr("placeholder", "Search tools")
          .attr("aria-label", "Search tools")
          .attr("size", "s")
          .attr("with-clear", "");
  private JsonArray algorithms = JsonArray.of();
  private boolean asked;
  private String wanted = "";

  public ToolboxPanel(App app, Shell shell) {
    this.app = app;
    this.shell = shell;
    search.on("input", event -> list());
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
            algorithms =
                (JsonArray)
                    app.commands.execute("processing:list", JsonObject.of(), new Execution());
          } finally {
            asked = !algorithms.isEmpty();
          }
          list();
          open(wanted);
        });
  }

  /** Asks for the algorithms anew, unless nobody looked at them yet. */
  public void refresh() {
    if (asked) {
      asked = false;
      shown();
    }
  }

  /** Opens the form of an algorithm, as soon as it is known. */
  public void open(String id) {
    wanted = id;
    for (JsonObject algorithm : algorithms.objects()) {
      if (algorithm.string("id").equals(id)) {
        wanted = "";
        show(algorithm);
      }
    }
  }

  private void showList() {
    content.content(search, results);
    list();
  }

  private void list() {
    results.clear();
    String query = search.value().trim().toLowerCase(Locale.ROOT);
    String group = "";
    for (JsonObject algorithm : algorithms.objects()) {
      String text =
          algorithm.string("name")
              + " "
              + algorithm.string("id")
              + " "
              + algorithm.optString("help", "")
              + " "
              + algorithm.string("group");
      if (!text.toLowerCase(Locale.ROOT).contains(query)) {
        continue;
      }
      if (!algorithm.string("group").equals(group)) {
        group = algorithm.string("group");
        results.add(El.of("li", "choice-group").text(groupName(group)));
      }
      El item =
          El.of("button", "choice")
              .attr("type", "button")
              .onClick(() -> show(algorithm))
              .add(
                  El.of("strong", "").text(algorithm.string("name")),
                  El.of("span", "").text(algorithm.string("id")));
      results.add(El.of("li", "").add(item));
    }
    if (results.node().getFirstChild() == null) {
      results.add(
          El.of("li", "empty")
              .text(asked && algorithms.isEmpty() ? "Loading…" : "No tool is called that."));
    }
  }

  static String groupName(String group) {
    return switch (group) {
      case "vectorgeometry" -> "Vector geometry";
      case "vectoroverlay" -> "Vector overlay";
      case "vectorgeneral" -> "Vector general";
      case "vectortable" -> "Vector table";
      case "vectorselection" -> "Vector selection";
      case "vectorcreation" -> "Vector creation";
      case "vectoranalysis" -> "Vector analysis";
      case "models" -> "Models";
      default -> group;
    };
  }

  private void show(JsonObject algorithm) {
    AlgorithmForm form = new AlgorithmForm(app, shell, algorithm);
    El back =
        El.of("button", "back-button")
            .attr("type", "button")
            .add(Icon.BACK.element())
            .add(El.of("span", "").text("All tools"))
            .onClick(this::showList);
    content.content(back, form.element());
  }
}
