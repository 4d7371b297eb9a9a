package org.terrella.webapp.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.terrella.document.Layer;
import org.terrella.document.symbology.Legend;
import org.terrella.document.symbology.Symbology;
import org.terrella.error.TerrellaException;
import org.terrella.exact.ExactMath;
import org.terrella.interop.browser.Blobs;
import org.terrella.interop.browser.Texts;
import org.terrella.interop.ol.Projections;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.data.FeaturesAt;
import org.terrella.webapp.data.LayerSupport;
import org.terrella.webapp.data.LayerTables;
import org.terrella.webapp.map.MapView;
import org.terrella.workbench.command.Command;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.command.Schema;
import org.terrella.workbench.engine.EngineClient;

/** What the map looks at and shows. */
public final class ViewCommands {
  /** Of one layer at one place. */
  private static final int MOST_FEATURES = 20;

  private final App app;
  private final MapView view;

  private ViewCommands(App app, MapView view) {
    this.app = app;
    this.view = view;
  }

  public static void register(App app, MapView view) {
    MapCrs.register(app, view);
    ViewCommands own = new ViewCommands(app, view);
    app.commands.add(
        new Command(
            "view:get",
            "Get view",
            "Says where the map looks.",
            Schema.object().build(),
            Schema.anyObject("{center, zoom, resolution, bearing, extent, crs}"),
            (args, execution) -> own.get()));
    app.commands.add(
        new Command(
            "view:set",
            "Set view",
            "Moves the map; any of the members may be given.",
            Schema.object()
                .may("center", Schema.numbers(2, "[x, y]"))
                .may("zoom", Schema.number("Zoom level"))
                .may("resolution", Schema.number("Map units per pixel"))
                .may("bearing", Schema.number("Degrees clockwise"))
                .may("extent", Schema.numbers(4, "[minX, minY, maxX, maxY]"))
                .may("crs", Schema.string("CRS of center and extent; alone, that of the map"))
                .build(),
            Schema.anyObject("{center, zoom, resolution, bearing, extent, crs}"),
            (args, execution) -> own.set(args)));
    app.commands.add(
        new Command(
                "view:zoom-all",
                "Zoom to all",
                "Shows the whole of all layers that are to be seen.",
                Schema.object().build(),
                Schema.anyObject(""),
                (args, execution) -> own.zoomAll())
            .when(args -> own.extentOfAll().isPresent()));
    app.commands.add(
        new Command(
            "view:zoom-in",
            "Zoom in",
            "Zooms in by one level.",
            Schema.object().build(),
            Schema.anyObject(""),
            (args, execution) -> own.zoomBy(1)));
    app.commands.add(
        new Command(
            "view:zoom-out",
            "Zoom out",
            "Zooms out by one level.",
            Schema.object().build(),
            Schema.anyObject(""),
            (args, execution) -> own.zoomBy(-1)));
    app.commands.add(
        new Command(
            "view:image",
            "Picture of the map",
            "Gives the map as drawn, as PNG.",
            Schema.object()
                .may("width", Schema.integer("Width in CSS pixels").with("minimum", 16L))
                .may("height", Schema.integer("Height in CSS pixels").with("minimum", 16L))
                .may("pixelRatio", Schema.number("Device pixels per CSS pixel"))
                .build(),
            Schema.anyObject("{base64}"),
            (args, execution) -> {
              app.services.settle();
              return JsonObject.of()
                  .with(
                      "base64",
                      Blobs.base64(
                          view.picture(
                              args.optInteger("width", 0),
                              args.optInteger("height", 0),
                              args.optNumber("pixelRatio", 0))));
            }));
    app.commands.add(
        new Command(
            "view:identify",
            "Identify features",
            "Finds the features at a place.",
            Schema.object()
                .need("coordinate", Schema.numbers(2, "[x, y]"))
                .may("crs", Schema.string("CRS of the coordinate; the document's by default"))
                .may("tolerance", Schema.number("In pixels; 5 by default").with("minimum", 0L))
                .may("geometry", Schema.bool("Whether features come with their geometry; true"))
                .build(),
            Schema.array(
                Schema.anyObject("{layerId, features, rows} or, of a raster, {layerId, values}"),
                ""),
            (args, execution) -> own.identify(args)));
    app.commands.add(
        new Command(
            "view:legend",
            "Legend",
            "Says what colours and sizes of the visible layers mean.",
            Schema.object().build(),
            Schema.array(Schema.anyObject("{layerId, name, entries: [{label, symbol}]}"), ""),
            (args, execution) -> own.legend()));
  }

  private JsonObject get() {
    return JsonObject.of()
        .with("center", JsonArray.ofNumbers(view.view().getCenter()))
        .with("zoom", view.view().getZoom())
        .with("resolution", view.view().getResolution())
        .with("bearing", ExactMath.toDegrees(view.view().getRotation()))
        .with("extent", JsonArray.ofNumbers(view.extent()))
        .with("crs", app.store.document().projection());
  }

  private JsonObject set(JsonObject args) {
    if (args.has("crs") && !args.has("center") && !args.has("extent")) {
      app.commands.execute(
          "document:set-crs", JsonObject.of().with("crs", args.string("crs")), new Execution());
    }
    String own = app.store.document().projection();
    String crs = CrsArgument.of(app, args, own);
    if (args.has("extent")) {
      double[] extent = args.array("extent").numbers();
      if (!(extent[0] < extent[2] && extent[1] < extent[3])) {
        throw TerrellaException.invalid("\"extent\" must be [minX, minY, maxX, maxY].");
      }
      view.fitExactly(Projections.transformExtent(extent, crs, own, 8));
    }
    if (args.has("center")) {
      view.view().setCenter(Projections.transform(args.array("center").numbers(), crs, own));
    }
    if (args.has("resolution")) {
      view.view().setResolution(args.number("resolution"));
    }
    if (args.has("zoom")) {
      view.view().setZoom(args.number("zoom"));
    }
    if (args.has("bearing")) {
      view.view().setRotation(ExactMath.toRadians(args.number("bearing")));
    }
    return get();
  }

  private JsonObject zoomBy(int steps) {
    view.zoomBy(steps);
    return JsonObject.of();
  }

  private JsonObject zoomAll() {
    app.tables.settle();
    view.fit(
        extentOfAll()
            .orElseThrow(() -> TerrellaException.invalid("The map shows no features to zoom to.")),
        true);
    return JsonObject.of();
  }

  private Optional<double[]> extentOfAll() {
    List<Layer> shown = new ArrayList<>();
    for (Layer layer : app.store.document().layers().values()) {
      if (app.store.document().isShown(layer.id())) {
        shown.add(layer);
      }
    }
    return LayerExtents.around(app, shown);
  }

  /** The features at a place that are shown; layers from the top. */
  public JsonArray identify(JsonObject args) {
    String own = app.store.document().projection();
    String crs = CrsArgument.of(app, args, own);
    double[] at = Projections.transform(args.array("coordinate").numbers(), crs, own);
    double reach = args.optNumber("tolerance", 5) * view.view().getResolution();
    List<JsonObject> found = new ArrayList<>();
    List<Layer> order = app.store.document().drawingOrder();
    for (int i = order.size() - 1; i >= 0; i--) {
      Layer layer = order.get(i);
      LayerTables.Table table = app.tables.of(layer);
      if (app.store.document().isShown(layer.id()) && app.services.raster(layer).has("bands")) {
        JsonArray values = app.services.values(layer, at);
        if (!values.isEmpty()) {
          found.add(JsonObject.of().with("layerId", layer.id()).with("values", values));
        }
        continue;
      }
      if (!app.store.document().isShown(layer.id()) || table == null || table.summary() == null) {
        continue;
      }
      JsonObject features = at(layer, at, reach, args.optBool("geometry", true));
      if (!features.array("rows").isEmpty()) {
        found.add(features.with("layerId", layer.id()));
      }
    }
    return JsonArray.of(found);
  }

  /** {@code {features, rows}}: what is shown there, and its numbers in the layer. */
  private JsonObject at(Layer layer, double[] at, double reach, boolean geometry) {
    EngineClient.Reply reply = FeaturesAt.find(app, layer, at, reach, MOST_FEATURES, geometry);
    JsonObject collection = FeatureCollectionText.of(Texts.decode(reply.bytes()));
    List<JsonNumber> numbers = new ArrayList<>();
    for (int row : reply.rows()) {
      numbers.add(JsonNumber.of(row));
    }
    return JsonObject.of()
        .with("features", collection.members().get("features"))
        .with("rows", JsonArray.of(numbers));
  }

  private JsonArray legend() {
    List<JsonObject> legends = new ArrayList<>();
    List<Layer> order = app.store.document().drawingOrder();
    for (int i = order.size() - 1; i >= 0; i--) {
      Layer layer = order.get(i);
      boolean raster = app.services.raster(layer).has("bands");
      boolean vector =
          layer.type().equals(Layer.VECTOR) || !LayerSupport.geometryType(app, layer).isEmpty();
      if (app.store.document().isShown(layer.id()) && (raster || vector)) {
        List<JsonObject> entries = new ArrayList<>();
        for (Legend.Entry entry :
            raster
                ? app.services.legend(layer)
                : Legend.of(Symbology.of(layer), layer.name()).entries()) {
          entries.add(entry.toJson());
        }
        legends.add(
            JsonObject.of()
                .with("layerId", layer.id())
                .with("name", layer.name())
                .with("entries", JsonArray.of(entries)));
      }
    }
    return JsonArray.of(legends);
  }
}
