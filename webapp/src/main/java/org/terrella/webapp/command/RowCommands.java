package org.terrella.webapp.command;

import org.terrella.document.Layer;
import org.terrella.interop.browser.Lazy;
import org.terrella.interop.browser.Promises;
import org.terrella.interop.browser.Texts;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.data.LayerTables;
import org.terrella.webapp.expression.Mentions;
import org.terrella.workbench.command.Command;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.command.Schema;
import org.terrella.workbench.engine.EngineClient;

/** The rows of a layer's table: features, values and statistics. The engine finds them. */
final class RowCommands {
  private static final String FILTER = "An expression, in QGIS's language, that must be true";

  private final App app;

  private RowCommands(App app) {
    this.app = app;
  }

  static void register(App app) {
    RowCommands own = new RowCommands(app);
    JsonObject id = Schema.string("Id of a layer");
    JsonObject field = Schema.string("Name of the field");
    JsonObject key =
        Schema.object()
            .need("field", field)
            .may("descending", Schema.bool("Whether the greatest comes first"))
            .build();
    app.commands.add(
        new Command(
            "layer:features",
            "Features of a layer",
            "Gives features as a GeoJSON collection: filtered, searched, sorted, paged.",
            Schema.object()
                .need("layerId", id)
                .may("crs", Schema.string("CRS of the coordinates; the document's by default"))
                .may("filter", Schema.string(FILTER))
                .may("search", Schema.string("Words that must be found in the fields"))
                .may("sort", Schema.array(key, "Fields, the most important first"))
                .may("offset", Schema.integer("Features to pass over").with("minimum", 0L))
                .may("limit", Schema.integer("Most features to give").with("minimum", 0L))
                .may("fields", Schema.array(Schema.string(""), "The fields to give; all"))
                .build(),
            Schema.anyObject("GeoJSON FeatureCollection with numberMatched and numberReturned"),
            own::features));
    app.commands.add(
        new Command(
            "layer:values",
            "Values of a field",
            "Gives the distinct values of a field with their counts, and the range of numbers.",
            Schema.object()
                .need("layerId", id)
                .need("field", field)
                .may("filter", Schema.string(FILTER))
                .may("order", Schema.oneOf("What comes first", "value", "count"))
                .may("offset", Schema.integer("Values to pass over").with("minimum", 0L))
                .may("limit", Schema.integer("Most values to give; 100").with("minimum", 0L))
                .build(),
            Schema.anyObject("{values, counts, distinct, complete, min, max}"),
            (args, execution) -> own.ofField("values", args, execution)));
    app.commands.add(
        new Command(
            "layer:statistics",
            "Statistics of a field",
            "Gives counts, range, mean, quartiles and the like of a field's values.",
            Schema.object()
                .need("layerId", id)
                .need("field", field)
                .may("filter", Schema.string(FILTER))
                .build(),
            Schema.anyObject("{count, missing, distinct, min, max, minority, majority, …}"),
            (args, execution) -> own.ofField("statistics", args, execution)));
  }

  private JsonObject features(JsonObject args, Execution execution) {
    Layer layer = layer(args, execution);
    LayerTables.Table table = app.tables.of(layer);
    String crs = CrsArgument.of(app, args, app.store.document().projection());
    JsonObject request = request(args.without("crs"), layer, execution);
    EngineClient.Reply reply = app.engine.request("features", request, execution);
    String text = Texts.decode(reply.bytes());
    if (!crs.equals(table.projection())) {
      text = Promises.await(Lazy.loadGeoJson()).transformGeoJson(text, table.projection(), crs);
    }
    // The names that OGC API – Features has for these.
    return FeatureCollectionText.of(text)
        .with("numberMatched", reply.header().get("matched"))
        .with("numberReturned", reply.header().get("returned"));
  }

  private JsonObject ofField(String kind, JsonObject args, Execution execution) {
    JsonObject request = request(args, layer(args, execution), execution);
    return app.engine.request(kind, request, execution).header();
  }

  private JsonObject request(JsonObject args, Layer layer, Execution execution) {
    JsonObject request = args.without("layerId").with("table", layer.source());
    return Mentions.with(app, request, args.optString("filter", ""), layer, execution);
  }

  /** The layer of the arguments, once all of its table was read. */
  private Layer layer(JsonObject args, Execution execution) {
    Layer layer = app.store.document().layer(args.string("layerId"));
    app.tables.settle();
    app.tables.whole(layer, execution);
    return layer;
  }
}
