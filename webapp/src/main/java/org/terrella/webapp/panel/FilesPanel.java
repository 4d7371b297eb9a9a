package org.terrella.webapp.panel;

import java.util.List;
import org.terrella.interop.browser.Blobs;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.Words;
import org.terrella.webapp.data.Format;
import org.terrella.workbench.ui.Dialog;
import org.terrella.workbench.ui.El;
import org.terrella.workbench.ui.Icon;
import org.terrella.workbench.ui.Menu;
import org.terrella.workbench.workspace.Workspace;

/** The workspace's files: open, add to the map, download, rename, delete. */
public final class FilesPanel implements Shell.Panel {
  private final App app;
  private final El list = El.of("ul", "file-list");
  private final El content;

  public FilesPanel(App app, Runnable upload) {
    this.app = app;
    El note =
        El.of("p", "hint")
            .text(
                switch (app.workspace.kind()) {
                  case "opfs" -> "These files are kept by this browser, for this site only.";
                  case "indexeddb" ->
                      "These files are kept in this browser's database, for this page only.";
                  default ->
                      "This page may not store anything: the files are gone when it is closed.";
                });
    content =
        El.div("panel-body")
            .attr("data-stores-files", "")
            .add(
                El.div("panel-actions").add(El.button("Put files here", "neutral", upload)),
                note,
                list);
    app.workspace.listen(this::load);
  }

  @Override
  public String id() {
    return "files";
  }

  @Override
  public String title() {
    return "Files";
  }

  @Override
  public Icon icon() {
    return Icon.FILES;
  }

  @Override
  public El content() {
    return content;
  }

  /** Reads the list of files again. */
  public void load() {
    Actions.start(app, () -> draw(app.workspace.list("")));
  }

  private void draw(List<Workspace.Entry> entries) {
    list.clear();
    String folder = "";
    for (Workspace.Entry entry : entries) {
      int slash = entry.path().lastIndexOf('/');
      String own = slash < 0 ? "" : entry.path().substring(0, slash);
      if (!own.equals(folder)) {
        folder = own;
        list.add(El.of("li", "choice-group").text(folder));
      }
      list.add(item(entry));
    }
    if (entries.isEmpty()) {
      list.add(El.of("li", "empty").text("No files yet. What you add or save appears here."));
    }
  }

  private El item(Workspace.Entry entry) {
    String path = entry.path();
    boolean map = Format.extension(path).equals("jgis");
    El name =
        El.of("button", "file-name")
            .attr("type", "button")
            .attr("title", (map ? "Open " : "Add to the map: ") + path)
            .text(Format.fileName(path))
            .onClick(() -> use(path, map));
    El more = El.iconButton(Icon.MORE, "More for " + path, () -> {});
    more.onClick(
        () ->
            new Menu()
                .item(map ? Icon.OPEN : Icon.ADD, map ? "Open" : "Add to map", () -> use(path, map))
                .item(Icon.DOWNLOAD, "Download", () -> download(path))
                .item(Icon.RENAME, "Rename", () -> rename(path))
                .separator()
                .item(Icon.REMOVE, "Delete", () -> delete(path))
                .open(more.node()));
    return El.of("li", "file")
        .add(name, El.of("span", "file-size").text(Words.bytes(entry.size())), more);
  }

  private void use(String path, boolean map) {
    Actions.run(app, map ? "document:open" : "layer:add-file", JsonObject.of().with("path", path));
  }

  private void download(String path) {
    Actions.start(app, () -> give(app, path));
  }

  /** Hands a file to the person; waits. */
  static void give(App app, String path) {
    Blobs.download(app.workspace.read(path), Format.fileName(path));
  }

  private void rename(String path) {
    Prompt.open(
        "Rename file",
        "Path",
        path,
        to -> Actions.run(app, "files:rename", JsonObject.of().with("path", path).with("to", to)));
  }

  private void delete(String path) {
    Dialog dialog =
        new Dialog("Delete file?", El.of("p", "").text("\"" + path + "\" will be gone for good."));
    dialog
        .cancelButton()
        .button(
            "Delete",
            "danger",
            () -> {
              dialog.close();
              Actions.run(app, "files:delete", JsonObject.of().with("path", path));
            })
        .open();
  }
}
