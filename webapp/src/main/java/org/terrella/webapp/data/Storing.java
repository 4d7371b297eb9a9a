package org.terrella.webapp.data;

import java.util.ArrayList;
import java.util.List;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonObject;
import org.terrella.workbench.Tasks;
import org.terrella.workbench.gdal.GdalClient;
import org.terrella.workbench.workspace.Workspace;

/**
 * Puts a file and those beside it into the workspace, while something else is done with them. Files
 * that are there already stay where they are.
 */
final class Storing {
  private final Workspace workspace;
  private final Incoming file;
  private final List<String> written = new ArrayList<>();
  private String path;
  private boolean begun;
  private boolean done;
  private TerrellaException failure;

  Storing(Workspace workspace, Incoming file) {
    this.workspace = workspace;
    this.file = file;
    path = file.path();
  }

  /** Begins to write. */
  void begin() {
    if (begun) {
      return;
    }
    begun = true;
    if (!path.isEmpty()) {
      done = true;
      return;
    }
    path = workspace.reserve("data/" + Workspace.safe(file.name()));
    Tasks.start(
        () -> {
          write(path, file.files().get(0));
          for (GdalClient.NamedBlob extra : file.files().subList(1, file.files().size())) {
            write(sibling(path, Archive.suffix(file.name(), extra.name())), extra);
          }
          done = true;
        },
        known -> {
          failure = known;
          done = true;
        });
  }

  private void write(String to, GdalClient.NamedBlob from) {
    written.add(to);
    workspace.write(to, from.blob());
  }

  /** Waits until all is written; gives the path of the file. */
  String path() {
    begin();
    await();
    if (failure != null) {
      throw failure;
    }
    return path;
  }

  /** Takes away what was written. */
  void undo() {
    if (!begun) {
      return;
    }
    await();
    for (String each : written) {
      if (workspace.exists(each)) {
        workspace.delete(each);
      }
    }
  }

  private void await() {
    try {
      while (!done) {
        Thread.sleep(5);
      }
    } catch (InterruptedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The files that lie beside a stored one, by what stands behind their common stem. */
  static JsonObject beside(Incoming file, String stored) {
    JsonObject beside = JsonObject.of();
    for (GdalClient.NamedBlob extra : file.files().subList(1, file.files().size())) {
      String suffix = Archive.suffix(file.name(), extra.name());
      beside = beside.with(suffix, sibling(stored, suffix));
    }
    return beside;
  }

  private static String sibling(String path, String suffix) {
    int dot = path.lastIndexOf('.');
    return (dot > path.lastIndexOf('/') ? path.substring(0, dot) : path) + "." + suffix;
  }
}
