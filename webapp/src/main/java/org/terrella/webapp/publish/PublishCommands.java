package org.terrella.webapp.publish;

import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSString;
import org.teavm.jso.file.Blob;
import org.terrella.document.JgisWriter;
import org.terrella.document.MapDocument;
import org.terrella.error.TerrellaException;
import org.terrella.interop.browser.Blobs;
import org.terrella.interop.browser.Lazy;
import org.terrella.interop.browser.Promises;
import org.terrella.interop.browser.Publishing;
import org.terrella.interop.browser.Shapes;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.Words;
import org.terrella.webapp.command.ViewOptions;
import org.terrella.webapp.data.Format;
import org.terrella.webapp.map.MapView;
import org.terrella.workbench.Tasks;
import org.terrella.workbench.command.Command;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.command.Schema;
import org.terrella.workbench.job.Job;

/** {@code publish:*}: files and folders that show the open map without this site. */
public final class PublishCommands {
  private final App app;
  private final MapView view;

  private PublishCommands(App app, MapView view) {
    this.app = app;
    this.view = view;
  }

  public static void register(App app, MapView view) {
    PublishCommands own = new PublishCommands(app, view);
    own.add(
        "single-file",
        ".html",
        "Publish as one file\u2026",
        "Writes the open map, its data and this program to one HTML file that opens anywhere.");
    own.add(
        "folder",
        ".zip",
        "Publish as a folder\u2026",
        "Writes a zip of a folder for a web host: the map, its data and this program.");
    own.add(
        "map-zip",
        ".zip",
        "Save with all data\u2026",
        "Writes the open map and its data to one zip, which opens as this map in any Terrella.");
    own.add(
        "research-object",
        ".zip",
        "Publish as a research object\u2026",
        "Writes a zip of the map, its data, how it came about and how it is cited, as RO-Crate.");
  }

  private void add(String kind, String extension, String label, String help) {
    Schema.Members schema =
        Schema.object()
            .may(
                "path",
                Schema.string("Of the workspace, in " + extension + "; else it is handed over"))
            .may("title", Schema.string("The map's title there; its own"))
            .may("engine", Schema.bool("With the tools, so that readers can run again; true"))
            .may("layers", Schema.array(Schema.string(""), "Ids of the layers; all"))
            .may("fields", Schema.anyObject("{layerId: [names]}, the fields to keep; all"))
            .may("simplify", Schema.anyObject("{layerId: metres}, how far lines may move; 0"))
            .may("shown", Schema.array(Schema.string(""), "Layers without what filters hide"))
            .may("tiles", Schema.array(Schema.string(""), "Of a folder: layers as vector tiles"))
            .may("app", Schema.oneOf("As engine: without or with the tools", "viewer", "full"))
            .may("dry", Schema.bool("Only says what would be written; false"));
    app.commands.add(
        new Command(
                "publish:" + kind,
                label,
                help,
                schema.build(),
                Schema.anyObject("{path, size, left, changed, stripped, parts, warnings?}"),
                (args, execution) -> publish(kind, extension, args, execution))
            .when(args -> Shapes.canMake(kind)));
  }

  private JsonObject publish(String kind, String extension, JsonObject given, Execution execution) {
    if (!Shapes.canMake(kind)) {
      throw TerrellaException.unsupported(
          Shapes.isPublished()
              ? "A published map is not published again; save it with its data, and open it in"
                  + " Terrella."
              : "A folder for a web host is made of the files of a site, which a page on a disk"
                  + " cannot read; save the map with its data, and open it in a Terrella on the"
                  + " web.");
    }
    JsonObject args =
        given.has("app")
            ? given.without("app").with("engine", given.string("app").equals("full"))
            : given;
    String path = args.optString("path", "");
    if (!path.isEmpty() && !path.endsWith(extension)) {
      throw TerrellaException.invalid("\"" + path + "\" must end in " + extension + ".");
    }
    if (args.has("tiles") && !kind.equals("folder")) {
      throw TerrellaException.invalid("Vector tiles are for publish:folder alone.");
    }
    app.store.amend(ViewOptions.edit(view));
    return make(kind, extension, args, execution);
  }

  private JsonObject make(String kind, String extension, JsonObject args, Execution execution) {
    app.tables.settle();
    app.history.settle();
    MapDocument document = app.store.document();
    Job job = app.jobs.start("Publish " + document.title(), execution);
    try {
      // What is computed again must have its order.
      boolean sorted = kind.equals("folder") && !args.optBool("engine", true);
      String format = sorted ? "flatgeobuf-indexed" : "flatgeobuf";
      List<LayerData> data = LayerData.of(app, document, args, kind, format, job);
      JSArray<JSString> names = new JSArray<>();
      JSArray<Blob> files = new JSArray<>();
      List<JsonObject> known = new ArrayList<>();
      for (LayerData each : data) {
        names.push(JSString.valueOf(each.key()));
        files.push(each.file());
        known.add(each.toJson());
      }
      JsonObject options =
          args.with("kind", kind)
              .with("title", args.optString("title", document.title()))
              .with("engine", args.optBool("engine", true))
              .with("data", JsonArray.of(known));
      Publishing.Single single =
          Promises.await(
              Promises.await(Lazy.loadPublishing())
                  .publish(
                      JgisWriter.write(document),
                      names,
                      files,
                      Json.write(options),
                      (fraction, what) -> {
                        job.progress(fraction, what);
                        return !execution.isCancelled();
                      }));
      String stem = Words.fileName(args.optString("title", document.title()), "map");
      String usual = app.workspace.free("exports/" + stem + extension);
      return written(single, args, args.optString("path", usual), job);
    } catch (RuntimeException failure) {
      TerrellaException reason = Tasks.known(failure);
      job.failed(reason);
      throw reason;
    }
  }

  private JsonObject written(Publishing.Single single, JsonObject args, String path, Job job) {
    JsonObject report =
        Json.parseObject(single.getReport())
            .with("path", path)
            .with("size", (long) single.getFile().getSize());
    if (args.optBool("dry", false)) {
      job.done(report.get("size") + " bytes");
      return report;
    }
    app.workspace.write(path, single.getFile());
    job.done(path);
    if (args.has("path")) {
      app.messages.info("The map is in " + path + "; download it from Files.");
    } else {
      String name = Format.fileName(path);
      Blobs.download(single.getFile(), name);
      String dropped = " Dropped on a map in Terrella, it opens.";
      app.messages.success("Saved as " + name + "." + (name.endsWith(".zip") ? dropped : ""));
    }
    return report;
  }
}
