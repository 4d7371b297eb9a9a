package org.terrella.webapp.data;

import java.util.List;
import java.util.Optional;
import org.terrella.webapp.App;
import org.terrella.workbench.job.Job;

/** Adds what lies at a path of the workspace or at a web address. */
public final class AddPath {
  private AddPath() {}

  /**
   * What to add.
   *
   * @param name for the layer; empty to take the file's
   * @param sublayer the only layer of the file to add; empty for those that are chosen
   * @param encoding of text in shapefiles; empty to go by the file
   */
  public record Wanted(String path, String name, String sublayer, String encoding) {}

  /** Adds it; ids of the new layers. */
  public static List<String> add(App app, Wanted wanted, Choices choices, Job job) {
    Optional<Incoming> file =
        AddRasters.isRemote(wanted.path())
            ? Optional.empty()
            : Incoming.at(app, wanted.path(), job);
    return file.isEmpty()
        ? new AddRasters(app)
            .addRemote(wanted.path(), wanted.name(), wanted.sublayer(), choices, job)
        : new AddLayers(app)
            .add(file.get(), wanted.name(), wanted.sublayer(), wanted.encoding(), choices, job);
  }
}
