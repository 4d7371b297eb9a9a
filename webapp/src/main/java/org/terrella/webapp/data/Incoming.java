package org.terrella.webapp.data;

import java.util.List;
import org.terrella.workbench.gdal.GdalClient;

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
}
