package org.terrella.webapp.data;

import java.util.ArrayList;
import java.util.List;
import org.terrella.webapp.App;
import org.terrella.workbench.gdal.GdalClient;
import org.terrella.workbench.job.Job;

/**
 * A file that is to become layers.
 *
 * @param path where the file is: in the workspace, on the site or on the web; empty when it was
 *     dropped and has to be stored
 * @param files the file itself first, then those that belong to it
 */
public record Incoming(String path, List<GdalClient.NamedBlob> files) {
  public Incoming {
    files = List.copyOf(files);
  }

  public String name() {
    return files.get(0).name();
  }

  /** A file of the workspace with those beside it, or one of the web; waits. */
  public static Incoming at(App app, String path, Job job) {
    String name = Format.fileName(path);
    int query = name.indexOf('?');
    String plain = query > 0 ? name.substring(0, query) : name;
    List<GdalClient.NamedBlob> files = new ArrayList<>();
    files.add(new GdalClient.NamedBlob(plain, app.loader.content(path, job)));
    if (!path.contains("://")) {
      String stem = path.substring(0, path.lastIndexOf('.') + 1);
      for (String extension : Archive.beside(Format.extension(plain))) {
        if (app.workspace.exists(stem + extension)) {
          files.add(
              new GdalClient.NamedBlob(
                  Format.fileName(stem + extension), app.workspace.read(stem + extension)));
        }
      }
    }
    return new Incoming(path, files);
  }
}
