package org.terrella.webapp.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.terrella.document.Layer;
import org.terrella.error.TerrellaException;
import org.terrella.exact.ExactMath;
import org.terrella.interop.ol.Projections;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonValue;
import org.terrella.webapp.App;
import org.terrella.webapp.data.LayerTables;
import org.terrella.webapp.expression.Mentions;
import org.terrella.webapp.map.MapView;
import org.terrella.workbench.command.Command;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.command.Schema;
import org.terrella.workbench.engine.EngineClient;

/** Selecting features, in QGIS's ways: by expression, by place, by number. */
public final class SelectionCommands {
  /** The sides of an area bend in another system. */
  private static final int STEPS_PER_SIDE = 16;

  private final App app;
  private final MapView view;

  private SelectionCommands(App app, MapView view) {
    this.app = app;
    this.view = view;
  }

  public static void register(App app, MapView view) {
    SelectionCommands own = new SelectionCommands(app, view);
    JsonObject id = Schema.string("Id of a layer");
    JsonObject layerOnly = Schema.object().need("layerId", id).build();
    JsonObject selected = Schema.anyObject("{selected}: how many are selected then");
    app.commands.add(
        new Command(
                "layer:select",
                "Select features",
                "Selects features by expression, extent, place or number; all when none is given.",
                Schema.object()
                    .need("layerId", id)
                    .may("expression", Schema.string("An expression that must be true"))
                    .may("extent", Schema.numbers(4, "[minX, minY, maxX, maxY] to intersect"))
                    .may(
                        "polygon",
                        Schema.array(
                            Schema.numbers(2, "[x, y]"), "Vertices of an area to intersect"))
                    .may("coordinate", Schema.numbers(2, "[x, y]: the uppermost feature there"))
                    .may("tolerance", Schema.number("In pixels; 5").with("minimum", 0L))
                    .may("crs", Schema.string("CRS of these; the document's by default"))
                    .may("rows", Schema.array(Schema.integer(""), "Numbers of features, from 0"))
                    .may(
                        "mode",
                        Schema.oneOf(
                            "What becomes of the selection so far; new",
                            "new",
                            "add",
                            "remove",
                            "intersect",
                            "toggle"))
                    .build(),
                selected,
                own::select)
            .when(own::canSelect));
    app.commands.add(
        new Command(
                "layer:invert-selection",
                "Invert selection",
                "Selects what is not selected, and nothing else.",
                layerOnly,
                selected,
                (args, execution) -> own.select(args.with("mode", "toggle"), execution))
            .when(own::canSelect));
    app.commands.add(
        new Command(
                "layer:clear-selection",
                "Clear selection",
                "Selects no feature, of a layer or of all.",
                Schema.object().may("layerId", id).build(),
                selected,
                (args, execution) -> own.clear(args))
            .when(own::hasSelection));
    app.commands.add(
        new Command(
            "layer:selection",
            "Selected features",
            "Gives the numbers of the selected features.",
            layerOnly,
            Schema.anyObject("{count, rows}"),
            (args, execution) -> own.selection(args)));
    app.commands.add(
        new Command(
                "layer:zoom-to-selection",
                "Zoom to selection",
                "Shows the selected features of a layer.",
                layerOnly,
                Schema.anyObject(""),
                own::zoom)
            .when(own::hasSelection));
    app.tables.listen(own::tableChanged);
    app.store.listen(
        (before, after) -> {
          for (String layer : app.features.layers()) {
            if (!after.layers().containsKey(layer)
                || !after.layer(layer).filters().equals(before.layer(layer).filters())) {
              app.features.set(layer, new int[0]);
            }
          }
        });
  }

  private boolean canSelect(JsonObject args) {
    for (Layer layer : app.store.document().layers().values()) {
      LayerTables.Table table = app.tables.of(layer);
      boolean meant = !args.has("layerId") || args.string("layerId").equals(layer.id());
      if (meant && table != null && table.summary() != null) {
        return true;
      }
    }
    return false;
  }

  private boolean hasSelection(JsonObject args) {
    return args.has("layerId")
        ? app.features.count(args.string("layerId")) > 0
        : !app.features.layers().isEmpty();
  }

  /** Rows that a table does not have any more, or that are other features now, are not selected. */
  private void tableChanged(String source) {
    for (String id : app.features.layers()) {
      Layer layer = app.store.document().layers().get(id);
      LayerTables.Table table = layer == null ? null : app.tables.of(layer);
      if (table == null || !layer.source().equals(source) || table.summary() == null) {
        continue;
      }
      int[] rows = app.features.rows(id);
      // Of a large file on the web other features come whenever the map moves.
      if (app.remote.has(source)
          || rows[rows.length - 1] >= table.summary().integer("featureCount")) {
        app.features.set(id, new int[0]);
      }
    }
  }

  private JsonObject select(JsonObject args, Execution execution) {
    Layer layer = app.store.document().layer(args.string("layerId"));
    app.tables.settle();
    boolean place = args.has("extent") || args.has("polygon") || args.has("coordinate");
    // What is selected by place is on the map, and so it is here.
    LayerTables.Table table = place ? app.tables.ready(layer) : app.tables.whole(layer, execution);
    String mode = args.optString("mode", "new");
    JsonObject request =
        JsonObject.of()
            .with("table", layer.source())
            .with("how", mode)
            .with("filters", app.filters.of(layer, execution))
            .with("filter", args.optString("expression", ""));
    String own = app.store.document().projection();
    String crs = CrsArgument.of(app, args, own);
    if (args.has("extent") || args.has("polygon")) {
      double[] ring = ring(vertices(args), crs, table.projection());
      request = request.with("area", JsonArray.ofNumbers(ring));
    }
    request = Mentions.with(app, request, args.optString("expression", ""), layer, execution);
    if (args.has("coordinate") || args.has("rows")) {
      request = request.with("rows", args.has("rows") ? args.array("rows") : at(layer, args));
    }
    EngineClient.Reply reply =
        app.engine.requestOf("select", request, app.features.rows(layer.id()), execution);
    app.features.set(layer.id(), reply.rows());
    return JsonObject.of().with("selected", (long) app.features.count(layer.id()));
  }

  /** The uppermost feature of a layer at a place, if there is one. */
  private JsonArray at(Layer layer, JsonObject args) {
    JsonObject place = args.without("mode").without("layerId").without("expression");
    JsonArray found =
        (JsonArray)
            app.commands.execute(
                "view:identify",
                place.without("extent").without("polygon").without("rows").with("geometry", false),
                new Execution());
    for (JsonObject group : found.objects()) {
      if (group.string("layerId").equals(layer.id()) && group.has("rows")) {
        return JsonArray.of().with(group.array("rows").get(0));
      }
    }
    return JsonArray.of(List.of());
  }

  /** The corners of what the arguments name as an area. */
  private static List<double[]> vertices(JsonObject args) {
    List<double[]> vertices = new ArrayList<>();
    if (args.has("polygon")) {
      for (JsonValue vertex : args.array("polygon")) {
        vertices.add(((JsonArray) vertex).numbers());
      }
      double[] last = vertices.isEmpty() ? new double[2] : vertices.get(vertices.size() - 1);
      if (vertices.size() > 3 && Arrays.equals(last, vertices.get(0))) {
        vertices.remove(vertices.size() - 1);
      }
      if (vertices.size() < 3) {
        throw TerrellaException.invalid("\"polygon\" needs three vertices at least.");
      }
      return vertices;
    }
    double[] extent = args.array("extent").numbers();
    if (!(extent[0] < extent[2] && extent[1] < extent[3])) {
      throw TerrellaException.invalid("\"extent\" must be [minX, minY, maxX, maxY].");
    }
    vertices.add(new double[] {extent[0], extent[1]});
    vertices.add(new double[] {extent[2], extent[1]});
    vertices.add(new double[] {extent[2], extent[3]});
    vertices.add(new double[] {extent[0], extent[3]});
    return vertices;
  }

  /** The closed ring of an area in another system, as x, y of each vertex. */
  private static double[] ring(List<double[]> vertices, String from, String to) {
    int steps = from.equals(to) ? 1 : STEPS_PER_SIDE;
    double[] ring = new double[2 * (vertices.size() * steps + 1)];
    int at = 0;
    for (int side = 0; side < vertices.size(); side++) {
      double[] a = vertices.get(side);
      double[] b = vertices.get((side + 1) % vertices.size());
      for (int step = 0; step < steps; step++) {
        double share = (double) step / steps;
        double[] vertex = {a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])};
        double[] moved = Projections.transform(vertex, from, to);
        ring[at++] = moved[0];
        ring[at++] = moved[1];
      }
    }
    ring[at] = ring[0];
    ring[at + 1] = ring[1];
    return ring;
  }

  private JsonObject clear(JsonObject args) {
    List<String> meant =
        args.has("layerId")
            ? List.of(app.store.document().layer(args.string("layerId")).id())
            : app.features.layers();
    for (String layer : meant) {
      app.features.set(layer, new int[0]);
    }
    return JsonObject.of().with("selected", 0L);
  }

  private JsonObject selection(JsonObject args) {
    Layer layer = app.store.document().layer(args.string("layerId"));
    List<JsonValue> rows = new ArrayList<>();
    for (int row : app.features.rows(layer.id())) {
      rows.add(JsonNumber.of(row));
    }
    return JsonObject.of().with("count", (long) rows.size()).with("rows", JsonArray.of(rows));
  }

  private JsonObject zoom(JsonObject args, Execution execution) {
    Layer layer = app.store.document().layer(args.string("layerId"));
    LayerTables.Table table = app.tables.ready(layer);
    JsonObject request = JsonObject.of().with("table", layer.source());
    JsonObject found =
        app.engine.requestOf("extent", request, app.features.rows(layer.id()), execution).header();
    if (!found.has("extent")) {
      throw TerrellaException.invalid(
          "No feature of \"" + layer.name() + "\" that is selected has a place.");
    }
    double[] extent =
        Projections.transformExtent(
            found.array("extent").numbers(),
            table.projection(),
            app.store.document().projection(),
            8);
    double margin = view.view().getResolution() * 20;
    if (ExactMath.hypot(extent[2] - extent[0], extent[3] - extent[1]) == 0) {
      extent =
          new double[] {
            extent[0] - margin, extent[1] - margin, extent[2] + margin, extent[3] + margin
          };
    }
    view.fit(extent, true);
    return JsonObject.of();
  }
}
