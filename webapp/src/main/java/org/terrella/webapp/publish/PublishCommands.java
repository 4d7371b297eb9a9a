package org.terrella.webapp.publish;

import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSString;
import org.teavm.jso.file.Blob;
import org.terrella.document.JgisWriter;
import org.terrella.document.Layer;
import org.terrella.document.MapDocument;
import org.terrella.error.TerrellaException;
import org.terrella.interop.browser.Lazy;
import org.terrella.interop.browser.Promises;
import org.terrella.interop.browser.Publishing;
import org.terrella.json.Json;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.command.ViewOptions;
import org.terrella.webapp.data.LayerTables;
import org.terrella.webapp.data.SourceLoader;
import org.terrella.webapp.map.MapView;
import org.terrella.workbench.command.Command;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.command.Schema;
import org.terrella.workbench.job.Job;

/** {@code publish:*}: files and folders that show the open map without this site. */
public final class PublishCommands {
  private PublishCommands() {}

  public static void register(App app, MapView view) {
    app.commands.add(
        new Command(
            "publish:single-file",
            "Publish as one file…",
            "Writes the open map, its data and this program to one HTML file that opens anywhere.",
            Schema.object()
                .need("path", Schema.string("A path of the workspace, ending in .html"))
                .may("title", Schema.string("The page's title; the map's"))
                .may("engine", Schema.bool("With the tools, so that readers can run again; true"))
                .may("layers", Schema.array(Schema.string(""), "Ids of the layers; all"))
                .build(),
            Schema.anyObject("{path, size, left: [{layerId, name, reason}], parts}"),
            (args, execution) -> {
              app.store.amend(ViewOptions.edit(view));
              return singleFile(app, args, execution);
            }));
  }

  private static JsonObject singleFile(App app, JsonObject args, Execution execution) {
    String path = args.string("path");
    if (!path.endsWith(".html")) {
      throw TerrellaException.invalid("\"" + path + "\" must end in .html.");
    }
    app.tables.settle();
    app.history.settle();
    MapDocument document = app.store.document();
    Job job = app.jobs.start("Publish " + document.title(), execution);
    try {
      JSArray<JSString> names = new JSArray<>();
      JSArray<Blob> data = new JSArray<>();
      JsonObject systems = JsonObject.of();
      for (Layer layer : document.layers().values()) {
        boolean known = document.sources().containsKey(layer.source());
        if (!known
            || systems.has(layer.source())
            || !SourceLoader.loads(document.sources().get(layer.source()).type())) {
          continue;
        }
        LayerTables.Table table = app.tables.whole(layer, job);
        names.push(JSString.valueOf(layer.source()));
        data.push(
            app.engine
                .request(
                    "write",
                    JsonObject.of().with("table", layer.source()).with("format", "flatgeobuf"),
                    null,
                    job)
                .file());
        systems = systems.with(layer.source(), table.projection());
      }
      JsonObject options =
          args.without("path")
              .with("title", args.optString("title", document.title()))
              .with("engine", args.optBool("engine", true))
              .with("systems", systems);
      Publishing.Single single =
          Promises.await(
              Promises.await(Lazy.loadPublishing())
                  .singleFile(
                      JgisWriter.write(document),
                      names,
                      data,
                      Json.write(options),
                      (fraction, what) -> {
                        job.progress(fraction, what);
                        return !execution.isCancelled();
                      }));
      app.workspace.write(path, single.getFile());
      job.done(path);
      app.messages.info("The map is in " + path + "; download it from Files.");
      return Json.parseObject(single.getReport())
          .with("path", path)
          .with("size", (long) single.getFile().getSize());
    } catch (RuntimeException failure) {
      job.failed(failure);
      throw failure;
    }
  }
}
