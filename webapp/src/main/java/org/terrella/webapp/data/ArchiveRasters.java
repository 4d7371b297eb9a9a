package org.terrella.webapp.data;

import java.util.ArrayList;
import java.util.List;
import org.terrella.document.Edit;
import org.terrella.interop.browser.Blobs;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.workbench.job.Job;

/** The rasters among the members of an archive. */
final class ArchiveRasters {
  private final App app;
  private final Incoming file;
  private final String wanted;
  private final List<Archive.Member> rasters = new ArrayList<>();
  private final List<Archive.Member> others = new ArrayList<>();
  private boolean named;

  /**
   * Looks at the members of an archive.
   *
   * @param sublayer the path of a raster, the only one to add; or what else of the archive is
   *     wanted
   */
  ArchiveRasters(App app, Incoming file, List<Archive.Member> members, String sublayer) {
    this.app = app;
    this.file = file;
    wanted = sublayer;
    for (Archive.Member member : members) {
      boolean raster = isRaster(member);
      (raster ? rasters : others).add(member);
      named |= raster && member.path().equals(sublayer);
    }
  }

  private static boolean isRaster(Archive.Member member) {
    Incoming inside = new Incoming("", member.files());
    Format format = Format.of(inside, Blobs.head(member.files().get(0).blob(), Format.HEAD));
    return format == Format.GEOTIFF || format == Format.RASTER;
  }

  /** The members that may hold features; none where a raster is named. */
  List<Archive.Member> others() {
    return named ? List.of() : others;
  }

  /**
   * Adds the rasters: the one that is named, else those that are chosen.
   *
   * @return the ids of their layers
   */
  List<String> add(Storing storing, String name, Choices choices, Job job) {
    List<String> chosen = named ? List.of(wanted) : chosen(choices);
    boolean alone = rasters.size() + others.size() == 1;
    List<String> ids = new ArrayList<>();
    try {
      for (Archive.Member one : rasters) {
        if (!chosen.contains(one.path())) {
          continue;
        }
        job.throwIfCancelled();
        ids.addAll(
            new AddRasters(app)
                .add(
                    new Incoming(file.path(), one.files()),
                    storing,
                    file.name(),
                    alone ? "" : one.path(),
                    chosen.size() == 1 ? name : "",
                    named ? "" : wanted,
                    choices,
                    job));
      }
    } catch (RuntimeException failure) {
      for (String id : ids) {
        app.store.apply(new Edit.RemoveLayer(id));
      }
      throw failure;
    }
    return ids;
  }

  private List<String> chosen(Choices choices) {
    List<JsonObject> offered = new ArrayList<>();
    List<String> paths = new ArrayList<>();
    for (Archive.Member one : rasters) {
      paths.add(one.path());
      offered.add(
          JsonObject.of()
              .with("name", one.path())
              .with("geometryType", "raster")
              .with("featureCount", -1L));
    }
    return paths.size() < 2 ? paths : choices.layers(file.name(), offered);
  }
}
