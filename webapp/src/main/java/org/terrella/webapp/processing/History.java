package org.terrella.webapp.processing;

import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.JSBody;
import org.terrella.document.Edit;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.data.AddLayers;
import org.terrella.workbench.Tasks;

/**
 * What was run, kept in the document: algorithm, parameters and the hashes of inputs and outputs,
 * so that a run can be repeated and compared.
 */
public final class History {
  /** Key of the document's metadata. */
  public static final String KEY = "terrella:history";

  private final App app;
  private int begun;
  private int added;

  public History(App app) {
    this.app = app;
  }

  /**
   * Entries in the order in which they ended; waits for those whose hashes are still being
   * computed.
   */
  public List<JsonObject> entries() {
    settle();
    return app.store.document().metadata().optArray(KEY).objects();
  }

  /** Waits until every run so far is in the document. */
  public void settle() {
    settle(begun);
  }

  private void settle(int runs) {
    while (added < runs) {
      try {
        Thread.sleep(20);
      } catch (InterruptedException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }

  public JsonObject entry(String id) {
    for (JsonObject entry : entries()) {
      if (entry.string("id").equals(id)) {
        return entry;
      }
    }
    throw TerrellaException.notFound("The map's history has no run \"" + id + "\".");
  }

  /** SHA-256 of a table of the engine; waits. */
  public String hash(String table) {
    return app.engine
        .request("hash", JsonObject.of().with("table", table))
        .header()
        .string("sha256");
  }

  /**
   * Adds a run; the hashes follow in the background.
   *
   * @param title the algorithm's name
   * @param model the model that was run, as it is now; empty for other algorithms
   */
  public void add(
      String algorithm,
      String title,
      JsonObject model,
      JsonObject parameters,
      JsonObject context,
      ProcessingRun.Result result,
      double millis) {
    int earlier = begun++;
    String started = isoTime(millis);
    Tasks.start(
        () -> {
          try {
            JsonObject entry =
                JsonObject.of()
                    .with("id", AddLayers.newId())
                    .with("algorithm", algorithm)
                    .with("title", title)
                    .with("parameters", parameters)
                    .with("context", context)
                    .with("inputs", hashes(result.inputs(), JsonObject.of()))
                    .with("outputs", hashes(result.outputs(), result.values()))
                    .with("engine", "terrella " + App.VERSION)
                    .with("started", started)
                    .with("millis", (long) millis);
            settle(earlier);
            JsonArray all = app.store.document().metadata().optArray(KEY);
            app.store.amend(
                new Edit.SetMetadata(
                    KEY,
                    all.with(model.isEmpty() ? entry : entry.with("model", model)),
                    "Remember " + algorithm));
          } finally {
            settle(earlier);
            added++;
          }
        },
        failure ->
            app.messages.warn(
                "This run could not be added to the history. " + failure.getMessage()));
  }

  /**
   * What is remembered of inputs or outputs.
   *
   * @param places where outputs were put, by name
   */
  private JsonArray hashes(List<ProcessingRun.Hashed> tables, JsonObject places) {
    List<JsonObject> hashes = new ArrayList<>();
    for (ProcessingRun.Hashed table : tables) {
      JsonObject told =
          JsonObject.of()
              .with("name", table.name())
              .with("sha256", hash(table))
              .with("features", table.features());
      hashes.add(places.has(table.name()) ? told.with("value", places.get(table.name())) : told);
    }
    return JsonArray.of(hashes);
  }

  /** SHA-256 of an input or output; waits. */
  public String hash(ProcessingRun.Hashed table) {
    return table.sha256().isEmpty() ? hash(table.table()) : table.sha256();
  }

  @JSBody(params = "ago", script = "return new Date(Date.now() - ago).toISOString();")
  private static native String isoTime(double ago);
}
