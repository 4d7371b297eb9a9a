package org.terrella.webapp;

import java.util.Optional;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.html.HTMLDocument;
import org.terrella.json.JsonObject;
import org.terrella.webapp.map.MapView;
import org.terrella.webapp.panel.Actions;
import org.terrella.webapp.panel.AddDataDialog;
import org.terrella.webapp.panel.FileChooser;
import org.terrella.webapp.panel.FilesPanel;
import org.terrella.webapp.panel.HistoryPanel;
import org.terrella.webapp.panel.IdentifyCard;
import org.terrella.webapp.panel.Import;
import org.terrella.webapp.panel.Invoker;
import org.terrella.webapp.panel.JobsPanel;
import org.terrella.webapp.panel.KeyBindings;
import org.terrella.webapp.panel.Keys;
import org.terrella.webapp.panel.LayersPanel;
import org.terrella.webapp.panel.LegendCard;
import org.terrella.webapp.panel.MapsDialog;
import org.terrella.webapp.panel.OfflineDialog;
import org.terrella.webapp.panel.PageCommands;
import org.terrella.webapp.panel.Palette;
import org.terrella.webapp.panel.SelectionTool;
import org.terrella.webapp.panel.Shell;
import org.terrella.webapp.panel.StatusBar;
import org.terrella.webapp.panel.StylePanel;
import org.terrella.webapp.panel.Toasts;
import org.terrella.webapp.panel.ToolboxPanel;
import org.terrella.webapp.panel.TopBar;
import org.terrella.webapp.panel.WelcomeCard;

/** Puts the panels, bars and cards of the page together. */
final class Frame {
  private static final String SAMPLE_QUAKES = "sample-earthquakes-layer";

  private final App app;
  private final Shell shell;
  private final MapView view;
  private final ToolboxPanel toolbox;
  private final FilesPanel files;
  private final Palette palette;
  private final Invoker invoker;
  private final IdentifyCard identify;
  private final WelcomeCard welcome;
  private final TopBar bar;

  Frame(App app) {
    this.app = app;
    Import imports = new Import(app);
    AddDataDialog addData = new AddDataDialog(app, imports);
    invoker = new Invoker(app);
    palette = new Palette(app, invoker);
    Runnable openFile = () -> FileChooser.choose(imports::add);
    Runnable showMaps = () -> new MapsDialog(app, openFile).open();
    bar = new TopBar(app, invoker);
    StatusBar status = new StatusBar(app, invoker);
    shell = new Shell(bar.element(), status.element());
    shell.attach();
    view =
        new MapView(
            shell.map().node(), status.scaleBar().node(), app.store.document().projection());
    status.follow(view);
    toolbox = new ToolboxPanel(app, shell);
    app.models.listen(toolbox::refresh);
    files = new FilesPanel(app, () -> FileChooser.choose(imports::store));
    JobsPanel jobs = new JobsPanel(app, shell);
    shell.add(new LayersPanel(app, invoker), true);
    shell.add(files, true);
    shell.add(new StylePanel(app), false);
    shell.add(toolbox, false);
    shell.add(jobs, false);
    shell.add(new HistoryPanel(app, shell, this::tool), false);
    jobs.begin();
    identify = new IdentifyCard(app, view);
    welcome =
        new WelcomeCard(
            new WelcomeCard.Suggestions(this::colourByDepth, this::bufferQuakes, addData::open));
    welcome.hide();
    SelectionTool tool = new SelectionTool(app, view);
    shell.map().add(identify.crosshair(), tool.element());
    shell.overlays().add(new LegendCard(app).element(), identify.element(), welcome.element());
    HTMLDocument.current().getBody().appendChild(new Toasts(app).element().node());
    FileChooser.acceptDrops(HTMLDocument.current().getBody(), imports::add, imports::store);
    app.store.listen(
        (before, after) -> {
          if (!after.layers().containsKey(SAMPLE_QUAKES)) {
            welcome.hide();
          }
        });
    invoker.courtesy("document:save", bar::save);
    invoker.courtesy("document:new", () -> bar.leaving("document:new"));
    invoker.courtesy("document:open-sample", () -> bar.leaving("document:open-sample"));
    invoker.courtesy("offline:keep-all", () -> OfflineDialog.ask(app));
    PageCommands.register(
        app,
        new PageCommands.Parts(
            shell, invoker, palette, identify, tool, addData::open, openFile, showMaps));
    Keys.listen(this::key);
    fillPalette();
    if (!Shell.isNarrow()) {
      shell.show("layers");
    } else {
      shell.hide("layers");
    }
  }

  MapView view() {
    return view;
  }

  /** What can wait until the first map is there. */
  void ready() {
    files.load();
  }

  /** Shows the suggestions of a first visit. */
  void welcome() {
    welcome.showUnlessDismissed();
  }

  private void fillPalette() {
    palette.add("Show layers", "panel", () -> shell.show("layers"));
    palette.add("Show files", "panel", () -> shell.show("files"));
    palette.add("Show style", "panel", () -> shell.show("style"));
    palette.add("Show toolbox", "panel", () -> shell.show("toolbox"));
    palette.add("Show history", "panel", () -> shell.show("history"));
    palette.add("Show jobs", "panel", () -> shell.show("jobs"));
    palette.add("Buffer…", "native:buffer", () -> tool("native:buffer"));
    palette.add("Dissolve…", "native:dissolve", () -> tool("native:dissolve"));
    palette.add("Centroids…", "native:centroids", () -> tool("native:centroids"));
  }

  private void tool(String id) {
    tool(id, JsonObject.of(), JsonObject.of());
  }

  private void tool(String id, JsonObject parameters, JsonObject context) {
    shell.show("toolbox");
    toolbox.open(id, parameters, context);
  }

  private boolean key(JSObject event) {
    Optional<String> command = KeyBindings.command(Keys.name(event));
    command.ifPresent(invoker::key);
    return command.isPresent();
  }

  private void colourByDepth() {
    if (app.store.document().layers().containsKey(SAMPLE_QUAKES)) {
      app.selection.select(SAMPLE_QUAKES);
      shell.show("style");
      Actions.run(
          app,
          "layer:classify",
          JsonObject.of()
              .with("layerId", SAMPLE_QUAKES)
              .with("field", "depth_km")
              .with("mode", "quantile")
              .with("classes", 5L)
              .with("ramp", "viridis")
              .with("reverse", true));
    }
  }

  private void bufferQuakes() {
    if (app.store.document().layers().containsKey(SAMPLE_QUAKES)) {
      shell.show("jobs");
      Actions.run(
          app,
          "processing:run",
          JsonObject.of()
              .with("algorithm", "native:buffer")
              .with(
                  "parameters",
                  JsonObject.of()
                      .with("INPUT", SAMPLE_QUAKES)
                      .with(
                          "DISTANCE",
                          JsonObject.of().with("value", 500L).with("unit", "kilometers"))
                      .with("SEGMENTS", 16L)
                      .with("DISSOLVE", true)));
    }
  }
}
