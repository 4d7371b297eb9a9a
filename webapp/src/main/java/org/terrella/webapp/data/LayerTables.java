package org.terrella.webapp.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.terrella.document.Layer;
import org.terrella.document.MapDocument;
import org.terrella.document.Source;
import org.terrella.document.filter.LayerFilters;
import org.terrella.document.symbology.Symbology;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.workbench.Tasks;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.gdal.GdalClient;
import org.terrella.workbench.job.Job;

/** The engine's tables behind the layers of the open document; one for each source. */
public final class LayerTables {
  private static final String NOT_SHOWN = "not shown";

  private final App app;
  private final Map<String, Table> tables = new HashMap<>();
  private final List<Listener> listeners = new ArrayList<>();

  public LayerTables(App app) {
    this.app = app;
    app.store.listen((before, after) -> follow(before, after));
    app.engine.listen((reason, lost) -> restarted(reason));
  }

  /** What is known of a source's table. */
  public static final class Table {
    private JsonObject summary;
    private TerrellaException failure;
    private String shownGeometry = NOT_SHOWN;
    private String shownAttributes = "";

    /** The engine's summary, or null while the table is being read or when it failed. */
    public JsonObject summary() {
      return summary;
    }

    /** Why the source could not be read, or null. */
    public TerrellaException failure() {
      return failure;
    }

    /** Code of the table's CRS as the map knows it; empty when unknown. */
    public String projection() {
      return summary == null ? "" : summary.object("crs").optString("id", "");
    }
  }

  /** Whether a field {@code {name, type}} of a summary holds numbers. */
  public static boolean isNumeric(JsonObject field) {
    return switch (field.string("type")) {
      case "integer", "integer64", "real" -> true;
      default -> false;
    };
  }

  /** Hears that something about a source's table changed. */
  @FunctionalInterface
  public interface Listener {
    void changed(String source);
  }

  public void listen(Listener listener) {
    listeners.add(listener);
  }

  /** The table of a layer's source, or null when there is none. */
  public Table of(Layer layer) {
    return tables.get(layer.source());
  }

  /** The engine's summary of a source's table, or null. */
  JsonObject summary(String source) {
    Table table = tables.get(source);
    return table == null ? null : table.summary;
  }

  /** The table of a layer that was read; fails for any other. */
  public Table ready(Layer layer) {
    Table table = of(layer);
    if (table != null && table.failure != null) {
      throw table.failure;
    }
    if (table == null || table.summary == null) {
      throw TerrellaException.invalid("The layer \"" + layer.name() + "\" has no features.");
    }
    return table;
  }

  /**
   * The table of a layer with all of its features: of a large file on the web, what is missing is
   * fetched; waits. From then on the layer is like any other.
   */
  public Table whole(Layer layer, Execution execution) {
    if (!app.remote.has(layer.source())) {
      return ready(layer);
    }
    Job job = app.jobs.start("Load all of " + layer.name(), execution);
    try {
      Table table = whole(layer, job);
      job.done(table.summary.integer("featureCount") + " features");
      return table;
    } catch (RuntimeException failure) {
      job.failed(failure);
      throw failure;
    }
  }

  /** The table of a layer with all of its features, as part of a job; waits. */
  public Table whole(Layer layer, Job job) {
    Table table = ready(layer);
    String id = layer.source();
    RemoteTables.Remote remote = app.remote.of(id).orElse(null);
    if (remote != null) {
      awaitFilled(remote);
      String code = table.projection();
      app.loader.loadRest(remote.source(), id, job);
      take(id, table, app.loader.setCrs(id, code));
    }
    return table;
  }

  /** Puts the features of an extent around the wanted view into a large file's table; waits. */
  public void fill(
      String id,
      RemoteTables.Remote remote,
      double[] wanted,
      double[] extent,
      GdalClient.Window window) {
    awaitFilled(remote);
    Table table = tables.get(id);
    if (table == null || !app.remote.wants(id, remote, wanted)) {
      return;
    }
    app.remote.beginFilling(remote, window);
    JsonObject summary;
    try {
      app.loader.read(window.table(), remote.source().name(), "flatgeobuf", id, null);
      summary = app.loader.setCrs(id, table.projection());
    } finally {
      app.remote.endFilling(remote);
    }
    app.remote.filled(remote, wanted, extent, window);
    if (tables.get(id) == table) {
      take(id, table, summary);
    }
  }

  private static void awaitFilled(RemoteTables.Remote remote) {
    while (remote.isFilling()) {
      pause();
    }
  }

  private void take(String id, Table table, JsonObject summary) {
    table.summary = summary;
    table.shownGeometry = NOT_SHOWN;
    changed(id);
  }

  /** Takes over a table that is already in the engine, for a source about to be added. */
  public void adopt(String source, JsonObject summary) {
    Table table = new Table();
    table.summary = summary;
    tables.put(source, table);
    app.engine.keep(source, () -> reload(source));
    app.crs.define(table.projection());
  }

  /** Lets tables of hidden layers go, the largest first, where all take more than they may. */
  public void relieve() {
    TableMemory memory = new TableMemory(app.store.document());
    for (Map.Entry<String, Table> entry : tables.entrySet()) {
      // Of large files on the web there is little here.
      if (entry.getValue().summary != null
          && !app.engine.isReleased(entry.getKey())
          && !app.remote.has(entry.getKey())) {
        memory.add(entry.getKey(), entry.getValue().summary);
      }
    }
    for (String source : memory.dispensable()) {
      tables.get(source).shownGeometry = NOT_SHOWN;
      app.painter.drop(source);
      app.engine.release(source, () -> bringBack(source));
    }
  }

  /** Reads a source again whose table was let go. */
  private void bringBack(String id) {
    Source source = app.store.document().sources().get(id);
    Table table = tables.get(id);
    if (source == null || table == null) {
      return;
    }
    Job job = app.jobs.start("Open " + source.name() + " again", new Execution());
    try {
      String code = table.projection();
      table.summary = app.loader.load(source, id, job);
      if (!code.isEmpty() && !code.equals(table.projection())) {
        table.summary = app.loader.setCrs(id, code);
      }
      job.done(table.summary.integer("featureCount") + " features");
    } catch (RuntimeException failure) {
      job.failed(failure);
      throw failure;
    }
  }

  /** Gives a source's table another CRS. */
  public void setCrs(String source, String code) {
    Table table = tables.get(source);
    if (table != null && table.summary != null) {
      app.engine.bringBack(source);
      table.summary = app.loader.setCrs(source, code);
      table.shownGeometry = NOT_SHOWN;
      app.painter.drop(source);
      changed(source);
    }
  }

  /** Reads a source anew, after the document says something else of it. */
  public void reopen(String source) {
    Table table = tables.get(source);
    if (table != null) {
      table.summary = null;
      table.failure = null;
      table.shownGeometry = NOT_SHOWN;
      app.painter.drop(source);
      reload(source);
    }
  }

  /** Waits until every source of the document was read or failed. */
  public void settle() {
    for (int i = 0; i < 3000 && isLoading(); i++) {
      pause();
    }
  }

  private boolean isLoading() {
    for (Table table : tables.values()) {
      if (table.summary == null && table.failure == null) {
        return true;
      }
    }
    MapDocument document = app.store.document();
    for (Layer layer : document.layers().values()) {
      // Of a hidden layer nothing is fetched.
      if (app.remote.isFetching(layer.source()) && document.isShown(layer.id())) {
        return true;
      }
    }
    return false;
  }

  static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Sends a layer's features to the painter, with the attributes that its style and its filters
   * need. The painter keeps requests for tiles until they are there.
   */
  public void show(Layer layer) {
    Table table = of(layer);
    if (table == null || table.summary == null) {
      return;
    }
    if (app.engine.isReleased(layer.source()) && !app.store.document().isShown(layer.id())) {
      return;
    }
    TreeSet<String> fields = new TreeSet<>();
    for (Layer other : app.store.document().layers().values()) {
      if (other.source().equals(layer.source())) {
        fields.addAll(Symbology.of(other).fields());
        fields.addAll(other.filters().fields());
      }
    }
    List<String> known = new ArrayList<>();
    for (JsonObject field : table.summary.array("fields").objects()) {
      if (fields.contains(field.string("name"))) {
        known.add(field.string("name"));
      }
    }
    for (String text : app.filters.texts(layer.source())) {
      known.add(LayerFilters.EXPRESSION + " " + text);
    }
    String geometry = table.projection();
    String attributes = String.join("\n", known);
    boolean whole = !geometry.equals(table.shownGeometry);
    if (!whole
        && attributes.equals(table.shownAttributes)
        && app.filters.areKnown(layer.source())) {
      return;
    }
    table.shownGeometry = geometry;
    table.shownAttributes = attributes;
    // Tiles asked for from here on wait for the attributes that the new style needs.
    if (whole) {
      app.painter.drop(layer.source());
    } else {
      app.painter.await(layer.source());
    }
    Tasks.start(
        () -> {
          app.filters.evaluate(layer.source());
          app.engine.request(
              "display",
              JsonObject.of()
                  .with("table", layer.source())
                  .with("key", layer.source())
                  .with("projection", table.projection())
                  .with("fields", JsonArray.ofStrings(known))
                  .with("geometry", whole));
        },
        failure -> app.messages.error(failure.getMessage(), failure.code()));
  }

  /** Has all tables sent to the painter anew when they are shown next: it projects them once. */
  public void reproject() {
    for (Table table : tables.values()) {
      table.shownGeometry = NOT_SHOWN;
    }
  }

  private void follow(MapDocument before, MapDocument after) {
    for (Source source : before.sources().values()) {
      if (!after.sources().containsKey(source.id())) {
        forget(source.id());
      }
    }
    for (Layer layer : after.layers().values()) {
      Source source = after.sourceOf(layer);
      if (source != null && SourceLoader.loads(source.type()) && !tables.containsKey(source.id())) {
        tables.put(source.id(), new Table());
        app.engine.keep(source.id(), () -> reload(source.id()));
        reload(source.id());
      }
    }
  }

  private void forget(String source) {
    if (tables.remove(source) != null) {
      app.engine.forget(source);
      app.painter.drop(source);
      app.remote.forget(source);
      Tasks.start(
          () -> app.engine.request("drop", JsonObject.of().with("table", source)),
          failure -> app.messages.error(failure.getMessage(), failure.code()));
    }
  }

  private void reload(String id) {
    Source source = app.store.document().sources().get(id);
    Table table = tables.get(id);
    if (source == null || table == null) {
      return;
    }
    Job job = app.jobs.start("Open " + source.name(), new Execution());
    Tasks.start(
        () -> {
          JsonObject summary = app.loader.load(source, id, job);
          if (!app.crs.knows(summary.object("crs"))) {
            summary = app.loader.setCrs(id, CrsGuess.of(summary, app.store.document()));
          }
          table.summary = summary;
          table.failure = null;
          job.done(summary.integer("featureCount") + " features");
          changed(id);
          relieve();
        },
        failure -> {
          table.failure = failure;
          app.painter.fail(id);
          job.failed(failure);
          app.messages.error(
              "The layer \"" + source.name() + "\" cannot be shown. " + failure.getMessage(),
              failure.code());
          changed(id);
        });
  }

  private void restarted(String reason) {
    app.messages.warn(
        "The engine broke down (" + reason + ") and was started again; layers are read anew.");
    for (Map.Entry<String, Table> entry : new HashMap<>(tables).entrySet()) {
      entry.getValue().summary = null;
      entry.getValue().shownGeometry = NOT_SHOWN;
      app.painter.drop(entry.getKey());
      reload(entry.getKey());
    }
  }

  private void changed(String source) {
    for (Listener listener : List.copyOf(listeners)) {
      listener.changed(source);
    }
  }
}
