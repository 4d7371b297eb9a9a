package org.terrella.webapp;

import java.util.List;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLDocument;
import org.terrella.error.TerrellaException;
import org.terrella.interop.browser.Lazy;
import org.terrella.interop.browser.Promises;
import org.terrella.interop.browser.Storage;
import org.terrella.json.JsonObject;
import org.terrella.webapp.command.AboutCommands;
import org.terrella.webapp.command.DocumentCommands;
import org.terrella.webapp.command.FilesCommands;
import org.terrella.webapp.command.GroupCommands;
import org.terrella.webapp.command.LastOpened;
import org.terrella.webapp.command.LayerCommands;
import org.terrella.webapp.command.MapsCommands;
import org.terrella.webapp.command.ModelCommands;
import org.terrella.webapp.command.OfflineCommands;
import org.terrella.webapp.command.ProcessingCommands;
import org.terrella.webapp.command.SelectionCommands;
import org.terrella.webapp.command.ViewCommands;
import org.terrella.webapp.command.ViewOptions;
import org.terrella.webapp.data.SiteMap;
import org.terrella.webapp.figure.FigureCommands;
import org.terrella.webapp.map.FeatureMarks;
import org.terrella.webapp.map.HoverMark;
import org.terrella.webapp.map.LayerStack;
import org.terrella.webapp.map.MapView;
import org.terrella.webapp.map.RemoteViews;
import org.terrella.webapp.panel.Shell;
import org.terrella.webapp.publish.PublishCommands;
import org.terrella.workbench.Tasks;
import org.terrella.workbench.command.Command;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.command.Schema;
import org.terrella.workbench.script.ScriptingObject;
import org.terrella.workbench.ui.El;

/** The start of the page. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    Shell.followTheme();
    Tasks.start(
        Main::start,
        failure -> {
          failure.printStackTrace();
          showFailure(failure.getMessage());
        });
  }

  private static void start() {
    App app = new App(Promises.await(Storage.Opener.openStorage()));
    ScriptingObject scripting =
        new ScriptingObject(App.VERSION, app.commands, app.messages, app.jobs, app.store);
    Frame frame = new Frame(app);
    MapView view = frame.view();
    new LayerStack(app, view);
    new HoverMark(app, view);
    FeatureMarks selected = new FeatureMarks(app, view, FeatureMarks.Look.SELECTED);
    app.features.listen(layer -> selected.show(layer, app.features.rows(layer)));
    new RemoteViews(app, view);
    registerCommands(app, view);
    OfflineCommands offline = OfflineCommands.register(app);
    List<String> beside = openFirst(app, view, frame);
    scripting.follow(view::listen);
    app.selection.listen(() -> selected(app, scripting, app.selection.layer()));
    app.features.listen(layer -> selected(app, scripting, layer));
    view.firstPicture(
        () -> {
          mark("terrella-first-map");
          scripting.opened();
          Lazy.loadControls();
          frame.ready();
          offline.begin(beside);
        });
  }

  private static void selected(App app, ScriptingObject scripting, String layer) {
    scripting.emit(
        "selection",
        JsonObject.of().with("layerId", layer).with("selected", (long) app.features.count(layer)));
  }

  private static void registerCommands(App app, MapView view) {
    FilesCommands.register(app);
    DocumentCommands.register(app, view);
    AboutCommands.register(app);
    MapsCommands.register(app);
    LayerCommands.register(app, view);
    GroupCommands.register(app, view);
    ViewCommands.register(app, view);
    SelectionCommands.register(app, view);
    ProcessingCommands.register(app);
    ModelCommands.register(app);
    PublishCommands.register(app, view);
    FigureCommands.register(app, view);
    app.commands.add(
        new Command(
            "document:open-sample",
            "Open the sample map",
            "Opens the map of a first visit: earthquakes over countries.",
            Schema.object().build(),
            Schema.anyObject(""),
            (args, execution) -> {
              openSample(app, view);
              return JsonObject.of();
            }));
  }

  /**
   * Opens the document of the address, else the last one, else the sample; waits for its data.
   *
   * @return addresses of the document and its data, where it lies beside the app
   */
  private static List<String> openFirst(App app, MapView view, Frame frame) {
    String wanted = documentOfAddress();
    String path = wanted.isEmpty() ? LastOpened.path() : wanted;
    try {
      double version = versionOfAddress();
      if (!wanted.isEmpty() && version > 0) {
        app.maps.show(app.maps.version(wanted, version).document());
        ViewOptions.showOpen(app, view);
        app.messages.info(
            "This is an earlier version. It becomes a map of its own if you change it.");
        app.tables.settle();
        return List.of();
      }
      if (!path.isEmpty() && app.maps.exists(path)) {
        app.commands.execute("document:open", JsonObject.of().with("path", path), new Execution());
        return List.of();
      }
      if (!wanted.isEmpty()) {
        return openFromSite(app, view, wanted);
      }
    } catch (RuntimeException failure) {
      TerrellaException known = Tasks.known(failure);
      app.messages.error(known.getMessage(), known.code());
    }
    openSample(app, view);
    frame.welcome();
    return List.of();
  }

  private static List<String> openFromSite(App app, MapView view, String address) {
    SiteMap.Found found = SiteMap.fetch(app.loader, address);
    app.maps.show(found.document());
    ViewOptions.showOpen(app, view);
    if (!found.problems().isEmpty()) {
      app.messages.warn(
          "The map was opened, but not all of it: " + String.join(" ", found.problems()));
    }
    app.tables.settle();
    return found.files();
  }

  private static void openSample(App app, MapView view) {
    app.selection.select("");
    app.maps.show(Sample.document());
    ViewOptions.show(view, app.store.document());
  }

  private static void showFailure(String message) {
    El box =
        El.div("fatal")
            .attr("role", "alert")
            .text("Terrella cannot start in this browser: " + message);
    HTMLDocument.current().getBody().appendChild(box.node());
  }

  @JSBody(
      script =
          "const site = window.terrellaSite;"
              + "return site.published ? site.published.document"
              + " : new URLSearchParams(location.search).get('document') || site.document || '';")
  private static native String documentOfAddress();

  @JSBody(script = "return Number(new URLSearchParams(location.search).get('version')) || 0;")
  private static native double versionOfAddress();

  @JSBody(params = "name", script = "performance.mark(name);")
  private static native void mark(String name);
}
