package org.terrella.processing.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonObject;
import org.terrella.processing.algorithm.Results;
import org.terrella.processing.expression.LayerInputs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.FeatureTables;
import org.terrella.processing.query.RowQuery;

/**
 * The owner of the tables. It answers the page's requests:
 *
 * <ul>
 *   <li>{@code read} {table, name, format} with a Blob: reads a file into a table → its summary
 *   <li>{@code summary} {table}; {@code drop} {table}; {@code set-crs} {table, crs} → summary
 *   <li>{@code features} {table, filter?, search?, sort?, offset, limit, fields?} → {matched,
 *       returned} and one buffer of GeoJSON; see {@link RowQuery}
 *   <li>{@code values} {table, field, filter?, offset?, limit?, order?}; {@code statistics} {table,
 *       field, filter?} → as {@link ComputeNode} answers
 *   <li>{@code identify} {table, x, y, tolerance, limit, geometry?, filters?}, in the table's CRS →
 *       GeoJSON, and an array of row numbers
 *   <li>{@code select} {table, how, filter?, filters?, area?, rows?} with the rows selected so far
 *       → those selected then, see {@link RowQuery} and {@link
 *       org.terrella.processing.query.RowSets}
 *   <li>{@code filter} {table, expression, others: [text…]}: finds the rows that pass an expression
 *       of a layer's {@code filters}, which are asked for after that only; those of {@code others}
 *       stay known, until the table is another one
 *   <li>{@code extent} {table} with an array of rows → {extent}; without any where none has a place
 *   <li>{@code write} {table, format, name?, decimals?} and what {@link TableSelection} reads, with
 *       an array of rows if only these are wanted → a file: {@code geojson}, {@code
 *       geojson-rfc7946}, {@code geojson-lines}, {@code flatgeobuf}, {@code flatgeobuf-indexed} or
 *       {@code csv}
 *   <li>{@code hash} {table} → {sha256} of the table as FlatGeobuf
 *   <li>{@code classify} {table, field, mode, classes} → {min, breaks}
 *   <li>{@code display} {table, key, projection, fields, geometry?}: sends the table to the
 *       painter; without its geometry where that is there already
 *   <li>{@code take} {table, as, filters?}, and an array of rows of what is left if only these are
 *       wanted: a part as a table of its own → summary
 *   <li>{@code algorithms}, {@code expressions}, {@code sample} {algorithm} → what only the workers
 *       know, see {@link ComputeNode}
 *   <li>{@code evaluate} {table, expression, row} → {value?, text, type}, nothing of a table
 *       without rows, or {problem, position} with the character at fault from 0
 *   <li>beside expressions, {@code inputs: [{name, table, label, filters?}]} are the layers that
 *       they name, see {@link LayerInputs}, and {@code definitions} the PROJ strings of systems
 *   <li>{@code run} {algorithm, parameters, invalid?, definitions?, inputs: [{name, table}],
 *       outputs: {OUTPUT: table…}, names: {OUTPUT: name…}} → {outputs: {OUTPUT: summary, or number
 *       or text}}
 *   <li>{@code cancel} {job}: ends that request with the error {@code cancelled}
 * </ul>
 */
public final class EngineOwner {
  private final ComputePool pool;
  private final KeptTable kept = new KeptTable();
  private final Painter painter;
  private final TableStore tables = new TableStore();
  private final RowRequests rows = new RowRequests();
  private final Set<Integer> running = new LinkedHashSet<>();

  public EngineOwner(ComputePool pool, Painter painter) {
    this.pool = pool;
    this.painter = painter;
  }

  /** Answers a request through {@code reply}, now or later. */
  public void handle(Message request, Consumer<Message> reply) {
    int id = request.id();
    JsonObject header = request.header();
    try {
      switch (request.kind()) {
        case "read" -> read(request, reply);
        case "run" -> run(request, reply);
        case "evaluate" -> evaluate(request, reply);
        case "algorithms", "expressions", "sample" ->
            submit(id, request, reply, answer -> new Message(id, Message.RESULT, answer.header()));
        case "classify" -> classify(request, reply);
        case "write" -> write(request, reply);
        case "features" -> features(request, reply);
        case "select" -> select(request, reply);
        case "filter" -> filter(request, reply);
        case "values", "statistics" -> ofField(request, reply);
        case "cancel" -> cancel(header.integer("job"), id, reply);
        default -> reply.accept(answer(request));
      }
    } catch (RuntimeException | OutOfMemoryError failure) {
      running.remove(id);
      reply.accept(Message.error(id, failure));
    }
  }

  private Message answer(Message request) {
    int id = request.id();
    JsonObject header = request.header();
    return switch (request.kind()) {
      case "summary" -> summary(id, header.string("table"));
      case "drop" -> {
        tables.drop(header.string("table"));
        rows.forget(header.string("table"));
        yield new Message(id, Message.RESULT, JsonObject.of());
      }
      case "set-crs" -> {
        String key = header.string("table");
        put(key, tables.table(key).withCrs(TableCodec.decodeCrs(header.object("crs"))));
        yield summary(id, key);
      }
      case "identify" ->
          TableQueries.identify(
              id, tables.table(header.string("table")), tables.filter(header), header);
      case "extent" ->
          new Message(
              id,
              Message.RESULT,
              TableSummary.extent(rows(tables.table(header.string("table")), request)));
      case "hash" ->
          new Message(
              id,
              Message.RESULT,
              JsonObject.of()
                  .with("sha256", TableQueries.sha256(tables.table(header.string("table")))));
      case "display" -> {
        painter.show(
            header.string("key"),
            tables.filtered(header.string("table")),
            header.string("projection"),
            header.array("fields").strings(),
            header.optBool("geometry", true));
        yield new Message(id, Message.RESULT, JsonObject.of());
      }
      case "take" -> {
        FeatureTable taken = rows(tables.shown(header), request);
        put(header.string("as"), taken);
        yield summary(id, header.string("as"));
      }
      default -> throw TerrellaException.invalid("The engine knows no \"" + request.kind() + "\".");
    };
  }

  private void put(String key, FeatureTable table) {
    tables.put(key, table);
    rows.forget(key);
  }

  private Message summary(int id, String key) {
    return new Message(id, Message.RESULT, TableSummary.of(key, tables.table(key)));
  }

  /** The rows that a request brings with it; all when it brings none. */
  private static FeatureTable rows(FeatureTable table, Message request) {
    if (request.buffers().isEmpty()) {
      return table;
    }
    int[] rows = (int[]) request.buffers().get(0);
    for (int row : rows) {
      if (row < 0 || row >= table.size()) {
        throw TerrellaException.invalid("\"" + table.name() + "\" has no row " + row + ".");
      }
    }
    return FeatureTables.take(table, rows, rows.length);
  }

  private void read(Message request, Consumer<Message> reply) {
    String key = request.header().string("table");
    submit(
        request.id(),
        request,
        reply,
        answer -> {
          put(
              key,
              TableCodec.decode(
                  answer.header().object("table"), new TableCodec.Arrays(answer.buffers())));
          return summary(request.id(), key);
        });
  }

  private void classify(Message request, Consumer<Message> reply) {
    JsonObject header = request.header();
    double[] values = TableQueries.classified(tables.table(header.string("table")), header);
    Message task = new Message(request.id(), "classify", header, List.of(values));
    submit(
        request.id(),
        task,
        reply,
        answer -> new Message(request.id(), Message.RESULT, answer.header()));
  }

  private void write(Message request, Consumer<Message> reply) {
    int id = request.id();
    JsonObject header = request.header();
    String key = header.string("table");
    FeatureTable table =
        rows(header.has("filters") ? tables.filtered(key) : tables.table(key), request);
    if (TableQueries.writes(header)) {
      List<Object> file = List.of(TableQueries.write(table, header));
      reply.accept(new Message(id, Message.FILE, JsonObject.of(), file));
      return;
    }
    List<Object> buffers = new ArrayList<>();
    JsonObject task = header.with("table", TableCodec.encode(table, buffers));
    submit(
        id,
        new Message(id, "write", task, buffers),
        reply,
        answer -> new Message(id, Message.FILE, JsonObject.of(), answer.buffers()));
  }

  private void features(Message request, Consumer<Message> reply) {
    int id = request.id();
    JsonObject header = request.header();
    String key = header.string("table");
    FeatureTable table = tables.table(key);
    RowQuery query = RowQuery.of(header);
    // Other layers may be others by now.
    boolean alone = header.optArray("inputs").isEmpty();
    int[] known = query.isPlain() || !alone ? null : rows.known(table, query);
    if (query.isPlain() || known != null) {
      reply.accept(page(id, TableQueries.features(table, known, header)));
      return;
    }
    submit(
        id,
        rowTask(request, "rows", query.toJson(), null),
        reply,
        answer -> {
          int[] found = (int[]) answer.buffers().get(0);
          if (alone && tables.has(key, table)) {
            rows.keep(key, table, query, found);
          }
          return page(id, TableQueries.features(table, found, header));
        });
  }

  private void select(Message request, Consumer<Message> reply) {
    int id = request.id();
    int size = tables.table(request.header().string("table")).size();
    submit(
        id,
        rowTask(request, "rows", RowQuery.of(request.header()).toJson(), null),
        reply,
        answer -> RowRequests.selected(request, (int[]) answer.buffers().get(0), size));
  }

  private void filter(Message request, Consumer<Message> reply) {
    JsonObject header = request.header();
    String key = header.string("table");
    FeatureTable table = tables.table(key);
    String text = header.string("expression");
    submit(
        request.id(),
        rowTask(request, "rows", JsonObject.of().with("filter", text), null),
        reply,
        answer -> {
          if (tables.has(key, table)) {
            int[] found = (int[]) answer.buffers().get(0);
            tables.keepFilter(key, text, found, header.optArray("others").strings());
          }
          return new Message(request.id(), Message.RESULT, JsonObject.of());
        });
  }

  private static Message page(int id, TableQueries.FeaturePage page) {
    JsonObject header =
        JsonObject.of().with("matched", page.matched()).with("returned", page.returned());
    return new Message(id, Message.RESULT, header, List.of(page.geoJson()));
  }

  private void ofField(Message request, Consumer<Message> reply) {
    int id = request.id();
    JsonObject header = request.header();
    submit(
        id,
        rowTask(request, request.kind(), header, header.string("field")),
        reply,
        answer -> new Message(id, Message.RESULT, answer.header()));
  }

  /** A question about rows, with what its expression may look at. */
  private Message rowTask(Message request, String kind, JsonObject header, String field) {
    JsonObject asked = request.header();
    FeatureTable table = tables.table(asked.string("table"));
    return RowRequests.task(
        request.id(),
        kind,
        header.with("definitions", asked.optObject("definitions")),
        tables.filtered(asked.string("table")),
        field,
        LayerInputs.marked(tables.inputs(asked), table));
  }

  private void evaluate(Message request, Consumer<Message> reply) {
    int id = request.id();
    FeatureTable table = tables.table(request.header().string("table"));
    Map<String, List<FeatureTable>> layers =
        LayerInputs.marked(tables.inputs(request.header()), table);
    submit(
        id,
        ExpressionRequests.task(request, table, false, layers),
        answer -> {
          if (answer.header().optBool("all", false)) {
            submit(id, ExpressionRequests.task(request, table, true, layers), reply, done -> done);
          } else {
            reply.accept(answer);
          }
        },
        answer -> answer);
  }

  private void submit(
      int id, Message task, Consumer<Message> reply, UnaryOperator<Message> finish) {
    running.add(id);
    pool.submit(
        id,
        task,
        answer -> {
          if (answer.kind().equals(Message.PROGRESS)) {
            reply.accept(new Message(id, Message.PROGRESS, answer.header()));
            return;
          }
          running.remove(id);
          if (answer.kind().equals(Message.ERROR)) {
            reply.accept(new Message(id, Message.ERROR, answer.header()));
            return;
          }
          guarded(id, reply, () -> reply.accept(finish.apply(answer)));
        });
  }

  private void run(Message request, Consumer<Message> reply) {
    int id = request.id();
    JsonObject header = request.header();
    Map<String, List<FeatureTable>> inputs = tables.inputs(header);
    JsonObject task =
        JsonObject.of()
            .with("algorithm", header.string("algorithm"))
            .with("parameters", header.object("parameters"))
            .with("invalid", header.optString("invalid", "ignore"))
            .with("definitions", header.optObject("definitions"));
    running.add(id);
    new EngineJob(
            id,
            task,
            pool,
            kept,
            answer -> {
              if (answer.kind().equals(Message.ERROR)) {
                running.remove(id);
              }
              reply.accept(answer);
            },
            results -> guarded(id, reply, () -> reply.accept(finished(request, results))))
        .start(inputs);
  }

  private Message finished(Message request, Results results) {
    running.remove(request.id());
    JsonObject outputs = request.header().object("outputs");
    JsonObject names = request.header().object("names");
    JsonObject told = results.values();
    for (String name : results.tables().keySet()) {
      if (outputs.has(name)) {
        String key = outputs.string(name);
        put(key, results.table(name).withName(names.string(name)));
        told = told.with(name, TableSummary.of(key, tables.table(key)));
      }
    }
    return new Message(request.id(), Message.RESULT, JsonObject.of().with("outputs", told));
  }

  private static void guarded(int id, Consumer<Message> reply, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | OutOfMemoryError failure) {
      reply.accept(Message.error(id, failure));
    }
  }

  private void cancel(int job, int id, Consumer<Message> reply) {
    boolean was = running.remove(job);
    if (was) {
      pool.cancel(job);
      reply.accept(Message.error(job, TerrellaException.cancelled()));
    }
    reply.accept(new Message(id, Message.RESULT, JsonObject.of().with("cancelled", was)));
  }

  /** Where tables go to be drawn. */
  @FunctionalInterface
  public interface Painter {
    /**
     * Sends a table.
     *
     * @param key the name under which tiles of it are asked for
     * @param projection code of the table's CRS as the page knows it
     * @param fields the attributes that the style looks at
     * @param geometry whether to send the geometry too; otherwise it is there
     */
    void show(
        String key, FeatureTable table, String projection, List<String> fields, boolean geometry);
  }
}
