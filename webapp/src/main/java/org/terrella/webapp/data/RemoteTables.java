package org.terrella.webapp.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.teavm.jso.JSBody;
import org.teavm.jso.file.Blob;
import org.terrella.document.Source;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.workbench.gdal.GdalClient;
import org.terrella.workbench.job.Job;

/**
 * Tables of large files on the web of which the engine holds a part: the features of what the map
 * shows. What is known of the whole file, such as its count and extent, comes from its header.
 */
public final class RemoteTables {
  private final GdalClient files;
  private final Map<String, Remote> remotes = new HashMap<>();
  private final List<Runnable> listeners = new ArrayList<>();

  public RemoteTables(GdalClient files) {
    this.files = files;
  }

  /** The features of the view are on their way. */
  private static final String FETCHING = "fetching";

  /** The features of the view are in the table. */
  private static final String SHOWN = "shown";

  /** The view has too many features; the table is empty. */
  private static final String TOO_MUCH = "too-much";

  private static final String FAILED = "failed";

  /** A file of the web, by what is known of it. */
  public static final class Remote {
    private static final double[] NOWHERE = {};

    private final Source source;
    private final JsonObject description;
    private String state = FETCHING;
    private double[] wanted = NOWHERE;
    private double[] window = NOWHERE;
    private int features;
    private double fetched;
    private boolean filling;

    private Remote(Source source, JsonObject description) {
      this.source = source;
      this.description = description;
    }

    public Source source() {
      return source;
    }

    /** Bytes of the file. */
    public double size() {
      return description.number("size");
    }

    /** The number of features in the file. */
    public int featureCount() {
      return description.integer("featureCount");
    }

    /** [minX, minY, maxX, maxY] of the file, in its own CRS. */
    public double[] extent() {
      return description.array("extent").numbers();
    }

    /** {@code fetching}, {@code shown}, {@code too-much} or {@code failed}. */
    public String state() {
      return state;
    }

    /** Whether the view has more features than are fetched for one. */
    public boolean isTooMuch() {
      return state.equals(TOO_MUCH);
    }

    /** The number of features that are in the table. */
    public int features() {
      return features;
    }

    /** Whether the table is being filled. */
    public boolean isFilling() {
      return filling;
    }

    /** Whether nothing has to be fetched for an extent, or nothing can be. */
    public boolean answers(double[] extent) {
      if (state.equals(SHOWN)) {
        return covers(window, extent);
      }
      return isTooMuch() ? covers(extent, window) : Arrays.equals(wanted, extent);
    }

    /** What is known, for scripts. */
    public JsonObject toJson() {
      JsonObject known =
          JsonObject.of()
              .with("state", state)
              .with("size", size())
              .with("fetched", fetched)
              .with("featureCount", features);
      return state.equals(SHOWN) ? known.with("extent", JsonArray.ofNumbers(window)) : known;
    }

    private static boolean covers(double[] outer, double[] inner) {
      return outer.length == 4
          && outer[0] <= inner[0]
          && outer[1] <= inner[1]
          && outer[2] >= inner[2]
          && outer[3] >= inner[3];
    }
  }

  /** Whether a table holds a part of its file only. */
  public boolean has(String table) {
    return remotes.containsKey(table);
  }

  public Optional<Remote> of(String table) {
    return Optional.ofNullable(remotes.get(table));
  }

  /** Whether files of this name can be read in parts. */
  static boolean mayBe(String name) {
    return switch (Format.extension(name)) {
      case "fgb", "parquet", "geoparquet" -> true;
      default -> false;
    };
  }

  /**
   * Looks at a file of the web; waits.
   *
   * @return the table without rows; empty when the file is to be read as a whole, because it is
   *     small, its host serves no parts, or it has no index
   */
  Optional<Blob> open(Source source, String name, String table, Job job) {
    GdalClient.Remote opened = files.openRemote(table, source.path(), name, limit() * 1e6, job);
    if (opened.description().isEmpty()) {
      return Optional.empty();
    }
    remotes.put(table, new Remote(source, opened.description()));
    return Optional.of(opened.table());
  }

  /**
   * The features of an extent in the file's CRS as FlatGeobuf; waits.
   *
   * @throws TerrellaException {@code cancelled} when another extent was asked for meanwhile
   */
  public GdalClient.Window window(Remote remote, String table, double[] extent) {
    try {
      return files.window(table, extent);
    } catch (TerrellaException failure) {
      if (!failure.code().equals("not-found") || remotes.get(table) != remote) {
        throw failure;
      }
      // Its worker was ended with a job that waited for it.
      files.openRemote(table, remote.source.path(), remote.source.name(), 0, null);
      return files.window(table, extent);
    }
  }

  /** Says that the features of an extent are on their way. */
  public void begin(Remote remote, double[] extent) {
    remote.wanted = extent;
    remote.state = FETCHING;
    tell();
  }

  /** Says that what was wanted last could not be fetched. */
  public void fail(Remote remote) {
    remote.state = FAILED;
    tell();
  }

  /** Whether this extent is still what is wanted of a table. */
  public boolean wants(String table, Remote remote, double[] extent) {
    return remotes.get(table) == remote && remote.wanted == extent;
  }

  /** Says that a table is about to be filled with the features of a view. */
  void beginFilling(Remote remote, GdalClient.Window window) {
    remote.filling = true;
    remote.features = window.features();
    remote.fetched = window.fetched();
  }

  /** Says that a table is not being filled any more, whether that succeeded or not. */
  void endFilling(Remote remote) {
    remote.filling = false;
  }

  /**
   * Says that a table was filled.
   *
   * @param wanted what the view shows
   * @param extent what was asked for, with a margin
   */
  void filled(Remote remote, double[] wanted, double[] extent, GdalClient.Window window) {
    remote.window = extent;
    if (remote.wanted == wanted) {
      remote.state = window.tooMuch() ? TOO_MUCH : SHOWN;
    }
    tell();
  }

  /** Hears that something else is known of a file. */
  public void listen(Runnable listener) {
    listeners.add(listener);
  }

  private void tell() {
    for (Runnable listener : List.copyOf(listeners)) {
      listener.run();
    }
  }

  /** A table's summary with what is known of all of its file. */
  JsonObject told(String table, JsonObject summary) {
    Remote remote = remotes.get(table);
    if (remote == null) {
      return summary;
    }
    JsonObject all = remote.description;
    boolean mixed = all.string("geometryType").equals("Mixed") && remote.features > 0;
    return summary
        .with("featureCount", all.get("featureCount"))
        .with("geometryType", mixed ? summary.get("geometryType") : all.get("geometryType"))
        .with("extent", all.get("extent"));
  }

  /** Lets a table be an ordinary one from now on. */
  void forget(String table) {
    if (remotes.remove(table) != null) {
      files.leave(table);
    }
  }

  /** Takes back that a table is an ordinary one, because it could not be read as a whole. */
  void restore(String table, Remote remote) {
    remotes.put(table, remote);
  }

  /** Whether features of a view are still to come, once its layer is shown. */
  boolean isFetching(String table) {
    Remote remote = remotes.get(table);
    return remote != null && remote.state.equals(FETCHING);
  }

  /**
   * Megabytes from which on files are read in parts: {@code ?parts=}, or what is soon fetched as a
   * whole.
   */
  @JSBody(
      script =
          "const asked = Number(new URLSearchParams(location.search).get('parts'));"
              + "return asked > 0 ? asked : 50;")
  private static native double limit();
}
