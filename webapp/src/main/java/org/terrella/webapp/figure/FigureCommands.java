package org.terrella.webapp.figure;

import java.util.List;
import org.terrella.document.Edit;
import org.terrella.error.TerrellaException;
import org.terrella.interop.browser.Blobs;
import org.terrella.interop.browser.Figures;
import org.terrella.interop.browser.Lazy;
import org.terrella.interop.browser.Promises;
import org.terrella.interop.browser.Publishing;
import org.terrella.interop.browser.Shapes;
import org.terrella.json.Json;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.Words;
import org.terrella.webapp.data.Format;
import org.terrella.webapp.map.MapView;
import org.terrella.workbench.Tasks;
import org.terrella.workbench.command.Command;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.command.Schema;
import org.terrella.workbench.job.Job;

/**
 * {@code publish:figure} and {@code figure:*}: the open map as PNG, SVG or PDF, with what a reader
 * needs beside it.
 */
public final class FigureCommands {
  private static final String FORMATS = ".png, .svg or .pdf";

  /** Of the document's metadata. */
  private static final String LAYOUT = "terrella:layout";

  private final App app;
  private final MapView view;
  private final FigureSpec spec;

  private FigureCommands(App app, MapView view) {
    this.app = app;
    this.view = view;
    spec = new FigureSpec(app, view);
  }

  public static void register(App app, MapView view) {
    FigureCommands own = new FigureCommands(app, view);
    app.commands.add(
        new Command(
                "publish:figure",
                "Export as figure\u2026",
                "Writes the map with title, legend, scale bar and the like as PNG, SVG or PDF.",
                members(
                    Schema.object()
                        .may("path", Schema.string("Of the workspace; else it is handed over"))
                        .may("format", Schema.oneOf("What it becomes", "png", "svg", "pdf"))
                        .may(
                            "unit", Schema.oneOf("Of width and height; mm", "mm", "cm", "in", "px"))
                        .may(
                            "layout",
                            Schema.anyObject("The same members, as of figure:set-layout"))),
                Schema.anyObject(
                    "{path, size, width, height, scale, scaleBar, north, interval, frame, missing}"),
                own::export)
            .when(args -> Shapes.canMake("figure")));
    app.commands.add(
        new Command(
            "figure:get-layout",
            "Layout of the figure",
            "Says what figures of this map consist of.",
            Schema.object().build(),
            Schema.anyObject("All members of the layout"),
            (args, execution) -> own.complete(own.layout())));
    app.commands.add(
        new Command(
            "figure:set-layout",
            "Change the layout of the figure",
            "Changes what figures of this map consist of; what is not named stays as it is.",
            members(Schema.object()),
            Schema.anyObject("All members of the layout"),
            (args, execution) -> own.set(own.layout().withAll(args))));
    app.commands.add(
        new Command(
                "page:figure",
                "Export figure\u2026",
                "Shows the map as a figure, to be arranged and written as PNG, SVG or PDF.",
                Schema.object().build(),
                Schema.anyObject(""),
                (args, execution) -> {
                  own.ready();
                  FigureDialog.open(app, own.editor(), own::set);
                  return JsonObject.of();
                })
            .when(args -> Shapes.canMake("figure")));
  }

  private static JsonObject members(Schema.Members schema) {
    String[] texts = {
      "page", "a4, a3, a5, letter, custom, or a journal's column: single, half, double, \u2026",
      "title", "Instead of the map's",
      "authors", "A line below the map",
      "legend", "auto, right, below, a corner of the map such as top-left, or none",
      "scaleBar", "A corner or none",
      "northArrow", "A corner or none",
      "background", "#rrggbb"
    };
    String[] numbers = {
      "width", "In mm, of custom pages",
      "height", "In mm, of custom pages and columns",
      "margin", "In mm",
      "fontSize", "In points",
      "interval", "Of the graticule, in degrees; 0 for one that fits",
      "scale", "1 to this in the map's centre; 0 for as large as shown",
      "dpi", "Pixels per inch of PNG and of pictures; 300"
    };
    String[] flags = {
      "landscape", "Whether sheets are wider than high",
      "showTitle", "Whether there is a title",
      "graticule", "Whether there are lines of longitude and latitude",
      "attribution", "Whether those are named who made background maps"
    };
    for (int i = 0; i < texts.length; i += 2) {
      schema.may(texts[i], Schema.string(texts[i + 1]));
    }
    for (int i = 0; i < numbers.length; i += 2) {
      schema.may(numbers[i], Schema.number(numbers[i + 1]));
    }
    for (int i = 0; i < flags.length; i += 2) {
      schema.may(flags[i], Schema.bool(flags[i + 1]));
    }
    return schema.build();
  }

  private JsonObject layout() {
    return app.store.document().metadata().optObject(LAYOUT);
  }

  private static Figures figures() {
    return Promises.await(Lazy.loadFigures());
  }

  private JsonObject complete(JsonObject layout) {
    try {
      return Json.parseObject(
          Promises.await(figures().completeLayout(Json.write(layout))).stringValue());
    } catch (RuntimeException wrong) {
      throw Tasks.known(wrong);
    }
  }

  private JsonObject set(JsonObject layout) {
    JsonObject whole = complete(layout);
    if (!layout.equals(layout())) {
      app.store.apply(new Edit.SetMetadata(LAYOUT, layout, "Change layout of the figure"));
    }
    return whole;
  }

  /** Waits until all layers are there. */
  private void ready() {
    app.tables.settle();
    app.services.settle();
  }

  private Figures.Editor editor() {
    return figures()
        .figureEditor(
            view.map(),
            Json.write(layout()),
            layout -> Json.write(spec.of(Json.parseObject(layout), "png")),
            app.painter::record);
  }

  private JsonObject export(JsonObject args, Execution execution) {
    String path = args.optString("path", "");
    String format = args.optString("format", path.isEmpty() ? "png" : Format.extension(path));
    if (!List.of("png", "svg", "pdf").contains(format)
        || !path.isEmpty() && !path.endsWith("." + format)) {
      throw TerrellaException.invalid(
          "\"" + path + "\" must end in " + (args.has("format") ? "." + format : FORMATS) + ".");
    }
    JsonObject layout = layout().withAll(overrides(args));
    Job job = app.jobs.start("Figure of " + app.store.document().title(), execution);
    try {
      ready();
      Publishing.Single made =
          Promises.await(
              figures()
                  .exportFigure(
                      view.map(),
                      Json.write(spec.of(layout, format)),
                      app.painter::record,
                      (fraction, what) -> {
                        job.progress(fraction, what);
                        return !execution.isCancelled();
                      }));
      return written(made, format, path, job);
    } catch (RuntimeException failure) {
      TerrellaException reason = Tasks.known(failure);
      job.failed(reason);
      throw reason;
    }
  }

  /** The layout that is wanted for this time, with lengths in mm. */
  private static JsonObject overrides(JsonObject args) {
    JsonObject own = args;
    for (String key : List.of("path", "format", "unit", "layout")) {
      own = own.without(key);
    }
    double mm =
        switch (args.optString("unit", "mm")) {
          case "cm" -> 10;
          case "in" -> 25.4;
          case "px" -> 25.4 / args.optNumber("dpi", 300);
          default -> 1;
        };
    boolean sized = own.has("width") || own.has("height");
    for (String key : List.of("width", "height")) {
      own = own.has(key) ? own.with(key, own.number(key) * mm) : own;
    }
    JsonObject all = args.optObject("layout").withAll(own);
    return sized && !all.has("page") ? all.with("page", "custom") : all;
  }

  private JsonObject written(Publishing.Single made, String format, String given, Job job) {
    String stem = Words.fileName(app.store.document().title(), "map");
    String path = given.isEmpty() ? app.workspace.free("exports/" + stem + "." + format) : given;
    app.workspace.write(path, made.getFile());
    job.done(path);
    if (given.isEmpty()) {
      Blobs.download(made.getFile(), Format.fileName(path));
      app.messages.success("Saved as " + Format.fileName(path) + ".");
    }
    return Json.parseObject(made.getReport())
        .with("path", path)
        .with("size", (long) made.getFile().getSize());
  }
}
