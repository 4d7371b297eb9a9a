package org.terrella.webapp.panel;

import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.file.Blob;
import org.teavm.jso.file.File;
import org.terrella.document.parameters.ServiceCheck;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.data.AddLayers;
import org.terrella.webapp.data.AddPath;
import org.terrella.webapp.data.Archive;
import org.terrella.webapp.data.Format;
import org.terrella.webapp.data.Incoming;
import org.terrella.webapp.data.LayerTables;
import org.terrella.webapp.publish.MapZip;
import org.terrella.workbench.Tasks;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.gdal.GdalClient;
import org.terrella.workbench.job.Job;
import org.terrella.workbench.workspace.Workspace;

/** Takes files from the person: maps are opened, everything else becomes layers. */
public final class Import {
  private final App app;

  public Import(App app) {
    this.app = app;
  }

  /** Adds files to the map, one after another; failures are told and the others go on. */
  public void add(JSArray<File> files) {
    List<GdalClient.NamedBlob> all = new ArrayList<>();
    for (int i = 0; i < files.getLength(); i++) {
      all.add(new GdalClient.NamedBlob(files.get(i).getName(), files.get(i)));
    }
    begin(groups(all));
  }

  /** Adds what was pasted. */
  void add(String name, Blob content) {
    begin(List.of(List.of(new GdalClient.NamedBlob(name + ".txt", content))));
  }

  /** Adds what lies at a web address, and asks what it leaves open. */
  void addAddress(String url) {
    if (ServiceCheck.isArchive(url) || !ServiceCheck.isRemote(url)) {
      Actions.run(app, "layer:add-file", JsonObject.of().with("url", url));
      return;
    }
    Actions.start(
        app,
        () -> {
          Job job = app.jobs.start("Add " + Format.fileName(url), new Execution());
          try {
            AddPath.Wanted wanted = new AddPath.Wanted(url, "", "", "");
            List<String> ids = AddPath.add(app, wanted, new AskingChoices(app), job);
            job.done(ids.size() == 1 ? "1 layer" : ids.size() + " layers");
          } catch (RuntimeException failure) {
            job.failed(failure);
            throw failure;
          }
        });
  }

  /** What comes together is added in its order; it does not wait for what came before. */
  private void begin(List<List<GdalClient.NamedBlob>> groups) {
    Actions.start(app, () -> work(groups));
  }

  /** Puts files into the workspace and leaves the map alone. */
  public void store(JSArray<File> files) {
    Actions.start(
        app,
        () -> {
          for (int i = 0; i < files.getLength(); i++) {
            File file = files.get(i);
            app.workspace.write(app.workspace.free("data/" + Workspace.safe(file.getName())), file);
          }
        });
  }

  /** Files that belong together; a file that belongs to no other stands alone. */
  private static List<List<GdalClient.NamedBlob>> groups(List<GdalClient.NamedBlob> all) {
    List<List<GdalClient.NamedBlob>> groups = new ArrayList<>();
    List<GdalClient.NamedBlob> left = new ArrayList<>(all);
    for (Archive.Member member : Archive.members(all)) {
      groups.add(member.files());
      for (GdalClient.NamedBlob own : member.files()) {
        left.removeIf(file -> own.blob() == file.blob());
      }
    }
    for (GdalClient.NamedBlob file : left) {
      groups.add(List.of(file));
    }
    return groups;
  }

  private void work(List<List<GdalClient.NamedBlob>> groups) {
    boolean alone = app.store.document().layers().isEmpty();
    List<String> added = new ArrayList<>();
    for (List<GdalClient.NamedBlob> files : groups) {
      added.addAll(one(files));
    }
    for (String id : added) {
      if (!app.store.document().layers().containsKey(id)) {
        continue;
      }
      LayerTables.Table table = app.tables.of(app.store.document().layer(id));
      boolean nowhere = table != null && table.summary() != null && !table.summary().has("extent");
      if (!nowhere) {
        boolean all = alone && added.size() > 1;
        app.commands.execute(
            all ? "view:zoom-all" : "layer:zoom-to",
            all ? JsonObject.of() : JsonObject.of().with("layerId", id),
            new Execution());
        return;
      }
    }
  }

  /** Adds one file with those that belong to it; the ids of the new layers. */
  private List<String> one(List<GdalClient.NamedBlob> files) {
    String name = files.get(0).name();
    Job job = app.jobs.start("Add " + name, new Execution());
    try {
      if (Format.extension(name).equals("jgis")) {
        openMap(files.get(0));
        job.done("opened");
        return List.of();
      }
      if (MapZip.is(name, files.get(0).blob())) {
        open(MapZip.unpack(app, name, files.get(0).blob(), job));
        job.done("opened");
        return List.of();
      }
      List<String> ids =
          new AddLayers(app).add(new Incoming("", files), "", "", "", new AskingChoices(app), job);
      job.done(ids.size() == 1 ? "1 layer" : ids.size() + " layers");
      app.selection.select(ids.get(0));
      return ids;
    } catch (RuntimeException failure) {
      job.failed(failure);
      TerrellaException known = Tasks.known(failure);
      if (!known.code().equals("cancelled")) {
        app.messages.error(known.getMessage(), known.code());
      }
      return List.of();
    }
  }

  private void openMap(GdalClient.NamedBlob file) {
    String path = app.workspace.free("maps/" + Workspace.safe(file.name()));
    app.workspace.write(path, file.blob());
    open(path);
  }

  private void open(String path) {
    app.commands.execute("document:open", JsonObject.of().with("path", path), new Execution());
  }
}
