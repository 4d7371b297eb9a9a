package org.terrella.webapp.panel;

import org.teavm.jso.core.JSArray;
import org.teavm.jso.file.File;
import org.terrella.document.model.Model;
import org.terrella.document.model.ModelCheck;
import org.terrella.document.model.ModelDraft;
import org.terrella.interop.browser.Blobs;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.data.Format;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.ui.El;
import org.terrella.workbench.ui.Icon;
import org.terrella.workbench.ui.Menu;

/** The models of the map, and what can be done with them. */
final class ModelList {
  private final App app;
  private final HistoryPanel.Tools tools;
  private final El list = El.of("ul", "map-list");
  private final El section = El.of("section", "models").attr("aria-label", "Models");

  ModelList(App app, HistoryPanel.Tools tools) {
    this.app = app;
    this.tools = tools;
    section.add(
        El.div("models-head")
            .add(
                El.of("h3", "").text("Models"),
                button("New model…", () -> edit(ModelDraft.empty())),
                button("Import…", () -> FileChooser.choose(this::add))),
        list);
    app.models.listen(this::draw);
    draw();
  }

  El element() {
    return section;
  }

  private static El button(String label, Runnable action) {
    return El.of("button", "small-button").attr("type", "button").text(label).onClick(action);
  }

  private void draw() {
    list.clear();
    for (Model model : app.models.all()) {
      El more = El.iconButton(Icon.MORE, "More for " + model.name(), () -> {});
      more.onClick(() -> menu(model).open(more.node()));
      int steps = model.steps().size();
      list.add(
          El.of("li", "map-item")
              .add(
                  El.of("button", "map-open")
                      .attr("type", "button")
                      .attr("title", "Run " + model.name())
                      .onClick(() -> run(model))
                      .add(
                          El.of("span", "map-name").text(model.name()),
                          El.of("span", "map-when")
                              .text(steps + (steps == 1 ? " step" : " steps"))),
                  more));
    }
  }

  private Menu menu(Model model) {
    JsonObject id = JsonObject.of().with("id", model.id());
    return new Menu()
        .item(Icon.RUN, "Run…", () -> run(model))
        .item(Icon.RENAME, "Edit…", () -> edit(app.models.json(model.id())))
        .item(Icon.DOWNLOAD, "Export", () -> export(id))
        .item(Icon.DOWNLOAD, "Export as .model3", () -> export(id.with("format", "model3")))
        .separator()
        .item(Icon.REMOVE, "Remove", () -> Actions.run(app, "model:remove", id));
  }

  /** Opens the form of a model, or the model itself when something is wrong with it. */
  private void run(Model model) {
    Actions.start(
        app,
        () -> {
          if (ModelCheck.problems(model, app.models.catalog()).isEmpty()) {
            tools.open(model.algorithm(), JsonObject.of(), JsonObject.of());
          } else {
            ModelDialog.open(app, app.models.json(model.id()));
          }
        });
  }

  private void edit(JsonObject model) {
    Actions.start(app, () -> ModelDialog.open(app, model));
  }

  private void export(JsonObject id) {
    Actions.start(
        app,
        () -> {
          JsonObject written =
              (JsonObject) app.commands.execute("model:export", id, new Execution());
          String path = written.string("path");
          Blobs.download(app.workspace.read(path), Format.fileName(path));
        });
  }

  private void add(JSArray<File> files) {
    Actions.start(
        app,
        () -> {
          for (int i = 0; i < files.getLength(); i++) {
            File file = files.get(i);
            String path = app.workspace.free("data/" + file.getName());
            app.workspace.write(path, file);
            app.commands.execute(
                "model:import", JsonObject.of().with("path", path), new Execution());
            app.messages.success(file.getName() + " was added to the models.");
          }
        });
  }
}
