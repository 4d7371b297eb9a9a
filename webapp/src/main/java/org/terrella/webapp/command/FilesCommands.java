package org.terrella.webapp.command;

import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.file.Blob;
import org.terrella.document.Edit;
import org.terrella.document.Source;
import org.terrella.error.TerrellaException;
import org.terrella.interop.browser.Blobs;
import org.terrella.interop.browser.BrowserException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.data.Format;
import org.terrella.workbench.command.Command;
import org.terrella.workbench.command.Schema;
import org.terrella.workbench.gdal.GdalClient;
import org.terrella.workbench.workspace.Workspace;

/** The workspace's files. */
public final class FilesCommands {
  private static final JsonObject PATH =
      Schema.string("A path relative to the workspace, such as data/rivers.geojson");

  private FilesCommands() {}

  public static void register(App app) {
    Workspace workspace = app.workspace;
    app.commands.add(
        new Command(
            "files:list",
            "List files",
            "Lists the files of the workspace, or of one of its folders.",
            Schema.object().may("path", PATH).build(),
            Schema.array(Schema.anyObject("{path, size, modified}"), ""),
            (args, execution) -> {
              List<JsonObject> files = new ArrayList<>();
              for (Workspace.Entry entry : workspace.list(args.optString("path", ""))) {
                files.add(
                    JsonObject.of()
                        .with("path", entry.path())
                        .with("size", entry.size())
                        .with("modified", (long) entry.modified()));
              }
              return JsonArray.of(files);
            }));
    app.commands.add(
        new Command(
            "files:write",
            "Write file",
            "Writes a file as a whole, from text or base64.",
            Schema.object()
                .need("path", PATH)
                .may("text", Schema.string("The content as text"))
                .may("base64", Schema.string("The content as base64"))
                .build(),
            Schema.anyObject("{path, size}"),
            (args, execution) -> {
              if (args.has("text") == args.has("base64")) {
                throw TerrellaException.invalid("files:write takes either \"text\" or \"base64\".");
              }
              Blob blob =
                  args.has("text")
                      ? Blobs.ofText(args.string("text"))
                      : decoded(args.string("base64"));
              workspace.write(args.string("path"), blob);
              return JsonObject.of()
                  .with("path", args.string("path"))
                  .with("size", (long) blob.getSize());
            }));
    app.commands.add(
        new Command(
            "files:read",
            "Read file",
            "Gives a file's content as text or base64.",
            Schema.object()
                .need("path", PATH)
                .may("as", Schema.oneOf("text unless said otherwise", "text", "base64"))
                .build(),
            Schema.anyObject("{text} or {base64}"),
            (args, execution) -> {
              Blob blob = workspace.read(args.string("path"));
              return args.optString("as", "text").equals("base64")
                  ? JsonObject.of().with("base64", Blobs.base64(blob))
                  : JsonObject.of().with("text", Blobs.text(blob));
            }));
    app.commands.add(
        new Command(
            "files:delete",
            "Delete file",
            "Deletes a file of the workspace.",
            Schema.object().need("path", PATH).build(),
            Schema.anyObject(""),
            (args, execution) -> {
              String path = args.string("path");
              if (Format.extension(path).equals("jgis")) {
                app.commands.execute(
                    "document:delete", JsonObject.of().with("path", path), execution);
              } else {
                workspace.delete(path);
              }
              return JsonObject.of();
            }));
    app.commands.add(
        new Command(
            "files:rename",
            "Rename file",
            "Gives a file another path; there must be none at it yet.",
            Schema.object().need("path", PATH).need("to", PATH).build(),
            Schema.anyObject(""),
            (args, execution) -> {
              rename(app, args.string("path"), args.string("to"));
              return JsonObject.of();
            }));
    app.commands.add(
        new Command(
            "files:export-zip",
            "Export workspace",
            "Packs the files of the workspace, or of a folder, into a zip.",
            Schema.object().may("path", PATH).build(),
            Schema.anyObject("{base64}"),
            (args, execution) -> {
              List<GdalClient.NamedBlob> files = new ArrayList<>();
              for (Workspace.Entry entry : workspace.list(args.optString("path", ""))) {
                files.add(new GdalClient.NamedBlob(entry.path(), workspace.read(entry.path())));
              }
              return JsonObject.of().with("base64", Blobs.base64(app.gdal.pack(files)));
            }));
    app.commands.add(
        new Command(
            "files:import-zip",
            "Import into workspace",
            "Unpacks a zip into the workspace, or into a folder of it.",
            Schema.object()
                .need("base64", Schema.string("The zip as base64"))
                .may("path", PATH)
                .build(),
            Schema.anyObject("{paths}"),
            (args, execution) -> {
              String folder = args.optString("path", "");
              String prefix = folder.isEmpty() || folder.endsWith("/") ? folder : folder + "/";
              List<String> paths = new ArrayList<>();
              for (GdalClient.NamedBlob file :
                  app.gdal.unpack(
                      new GdalClient.NamedBlob("The archive", decoded(args.string("base64"))),
                      null)) {
                workspace.write(prefix + file.name(), file.blob());
                paths.add(prefix + file.name());
              }
              return JsonObject.of().with("paths", JsonArray.ofStrings(paths));
            }));
  }

  /** A map keeps what belongs to it, and the open map's layers keep their files. */
  private static void rename(App app, String from, String to) {
    if (Format.extension(from).equals("jgis")) {
      app.maps.rename(from, to);
    } else {
      app.workspace.rename(from, to);
    }
    for (Source source : app.store.document().sources().values()) {
      if (source.path().equals(from)) {
        app.store.amend(
            new Edit.ReplaceSource(
                new Source(
                    source.id(),
                    source.name(),
                    source.type(),
                    source.parameters().with("path", to),
                    source.rest())));
      }
    }
  }

  private static Blob decoded(String base64) {
    try {
      return Blobs.ofBase64(base64);
    } catch (BrowserException none) {
      throw TerrellaException.invalid("\"base64\" is not base64.");
    }
  }
}
