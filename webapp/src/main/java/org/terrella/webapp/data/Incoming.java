package org.terrella.webapp.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.teavm.jso.file.Blob;
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

  /**
   * A file of the workspace with those beside it, or one of the web; waits. Empty is a GeoTIFF of
   * the web, which is better read in parts.
   */
  public static Optional<Incoming> at(App app, String path, Job job) {
    boolean remote = path.contains("://");
    String plain = Format.fileName(RasterFiles.plain(path));
    List<GdalClient.NamedBlob> files = new ArrayList<>();
    Blob main = remote ? app.loader.contentUnlessTiff(path, job) : app.loader.content(path, job);
    if (main == null) {
      return Optional.empty();
    }
    files.add(new GdalClient.NamedBlob(plain, main));
    if (!remote) {
      int dot = plain.lastIndexOf('.');
      String stem =
          dot < 0 ? path + "." : path.substring(0, path.length() - plain.length() + dot + 1);
      for (String extension : Archive.beside(Format.extension(plain))) {
        if (app.workspace.exists(stem + extension)) {
          files.add(
              new GdalClient.NamedBlob(
                  Format.fileName(stem + extension), app.workspace.read(stem + extension)));
        }
      }
    }
    return Optional.of(new Incoming(path, files));
  }
}
