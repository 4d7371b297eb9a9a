package org.terrella.webapp.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.terrella.document.Edit;
import org.terrella.document.Layer;
import org.terrella.document.Source;
import org.terrella.document.TreeEdit;
import org.terrella.document.filter.LayerFilters;
import org.terrella.document.parameters.ServiceCheck;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.data.AddLayers;
import org.terrella.webapp.data.AddPath;
import org.terrella.webapp.data.Archives;
import org.terrella.webapp.data.Choices;
import org.terrella.webapp.data.Format;
import org.terrella.webapp.data.LayerTables;
import org.terrella.webapp.data.RasterFiles;
import org.terrella.webapp.map.MapView;
import org.terrella.workbench.command.Command;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.command.Schema;
import org.terrella.workbench.job.Job;

/** Layers: add, look at, change, move, remove. */
public final class LayerCommands {
  private final App app;
  private final MapView view;

  private LayerCommands(App app, MapView view) {
    this.app = app;
    this.view = view;
  }

  public static void register(App app, MapView view) {
    LayerCommands own = new LayerCommands(app, view);
    JsonObject id = Schema.string("Id of a layer");
    app.commands.add(
        new Command(
            "layer:add-file",
            "Add file as layer",
            "Adds the layers of a file of the workspace or of a web address.",
            Schema.object()
                .may("path", Schema.string("A path of the workspace"))
                .may("url", Schema.string("A web address"))
                .may("name", Schema.string("Name of the layer"))
                .may("sublayer", Schema.string("The only layer of the file to add"))
                .may("encoding", Schema.string("Encoding of text in shapefiles"))
                .may("step", stepSchema())
                .build(),
            Schema.anyObject("{layerIds}"),
            own::addFile));
    app.commands.add(
        new Command(
            "layer:add",
            "Add layer",
            "Adds a layer with its source, in jGIS terms.",
            Schema.object()
                .need("type", Schema.string("jGIS layer type"))
                .need("name", Schema.string("Its name"))
                .need(
                    "source",
                    Schema.object()
                        .need("type", Schema.string("jGIS source type"))
                        .need("parameters", Schema.anyObject("jGIS parameters"))
                        .build())
                .may("parameters", Schema.anyObject("jGIS layer parameters"))
                .may("index", Schema.integer("Place from the top; 0 is the uppermost"))
                .may("group", Schema.string("Name of the group to add to"))
                .build(),
            Schema.anyObject("{layerId, sourceId}"),
            (args, execution) -> own.add(args)));
    app.commands.add(
        new Command(
            "layer:list",
            "List layers",
            "Lists the layers, the uppermost first.",
            Schema.object().build(),
            Schema.array(
                Schema.anyObject("{layerId, name, type, visible, shown, opacity, group}"), ""),
            (args, execution) -> own.list()));
    app.commands.add(
        new Command(
            "layer:info",
            "Layer information",
            "Says what a layer's data are.",
            Schema.object().need("layerId", id).build(),
            Schema.anyObject(
                "{type, source: {type, kind, path, size}, drawn} and, of features, {crs, extent,"
                    + " featureCount, geometryType, fields}; remote, of a large file of which a"
                    + " part is here; objection, where it is not drawn"),
            (args, execution) -> own.info(args.string("layerId"))));
    app.commands.add(
        new Command(
            "layer:set",
            "Change layer",
            "Changes a layer's name, visibility, opacity, parameters or filters.",
            Schema.object()
                .need("layerId", id)
                .may("name", Schema.string("New name"))
                .may("visible", Schema.bool("Whether it is drawn"))
                .may("opacity", Schema.number("0 to 1").with("minimum", 0L).with("maximum", 1L))
                .may("parameters", Schema.anyObject("Parameters to set; others stay"))
                .may(
                    "filters",
                    Schema.anyObject("{logicalOp, appliedFilters, terrella:expression?}"))
                .may("step", stepSchema())
                .build(),
            Schema.anyObject(""),
            own::set));
    app.commands.add(
        new Command(
            "layer:move",
            "Move layer",
            "Moves a layer in the order.",
            Schema.object()
                .need("layerId", id)
                .need("index", Schema.integer("Place from the top").with("minimum", 0L))
                .may("group", Schema.string("Name of the group to move into"))
                .may("into", GroupArgument.pathSchema("Path of the group to move into"))
                .build(),
            Schema.anyObject(""),
            (args, execution) -> own.move(args)));
    app.commands.add(
        new Command(
                "layer:duplicate",
                "Duplicate layer",
                "Puts a copy of a layer above it, with the same source.",
                Schema.object()
                    .need("layerId", id)
                    .may("name", Schema.string("Name of the copy"))
                    .build(),
                Schema.anyObject("{layerId}"),
                (args, execution) -> own.duplicate(args))
            .when(own::hasLayer));
    app.commands.add(
        new Command(
                "layer:remove",
                "Remove layer",
                "Removes a layer from the map; files stay.",
                Schema.object().need("layerId", id).build(),
                Schema.anyObject(""),
                (args, execution) -> {
                  app.store.apply(new Edit.RemoveLayer(args.string("layerId")));
                  if (app.selection.layer().equals(args.string("layerId"))) {
                    app.selection.select("");
                  }
                  return JsonObject.of();
                })
            .when(own::hasLayer));
    app.commands.add(
        new Command(
                "layer:zoom-to",
                "Zoom to layer",
                "Shows the whole of a layer.",
                Schema.object().need("layerId", id).build(),
                Schema.anyObject(""),
                (args, execution) -> {
                  own.zoomTo(args.string("layerId"));
                  return JsonObject.of();
                })
            .when(own::canZoom));
    RowCommands.register(app);
    ClassifyCommand.register(app);
    ExportCommand.register(app);
    ServiceCommands.register(app);
  }

  private static JsonObject stepSchema() {
    return Schema.integer("Slice of a raster's other axes, such as time, from 0 on")
        .with("minimum", 0L);
  }

  private JsonObject addFile(JsonObject args, Execution execution) {
    if (args.has("path") == args.has("url")) {
      throw TerrellaException.invalid("layer:add-file takes either \"path\" or \"url\".");
    }
    String path = args.has("path") ? args.string("path") : args.string("url");
    if (args.has("url") && !path.contains("://")) {
      throw TerrellaException.invalid("\"" + path + "\" is no web address.");
    }
    if (args.has("url") && ServiceCheck.isArchive(path)) {
      // Of an archive on the web only those parts are fetched that are drawn.
      return JsonObject.of()
          .with(
              "layerIds",
              JsonArray.ofStrings(
                  List.of(Archives.add(app, path, null, path, args.optString("name", "")))));
    }
    Job job = app.jobs.start("Add " + Format.fileName(path), execution);
    try {
      Optional<String> part =
          args.has("url")
              ? new AddLayers(app)
                  .addRemote(path, args.optString("name", ""), Choices.automatic(), job)
              : Optional.empty();
      if (part.isPresent()) {
        job.done("1 layer, by its parts");
        return JsonObject.of().with("layerIds", JsonArray.of().with(part.get()));
      }
      AddPath.Wanted wanted =
          new AddPath.Wanted(
              path,
              args.optString("name", ""),
              args.optString("sublayer", ""),
              args.optString("encoding", ""));
      List<String> ids =
          AddPath.add(app, wanted, Choices.automatic(args.optInteger("step", 0)), job);
      job.done(ids.size() == 1 ? "1 layer" : ids.size() + " layers");
      return JsonObject.of().with("layerIds", JsonArray.ofStrings(ids));
    } catch (RuntimeException failure) {
      job.failed(failure);
      throw failure;
    }
  }

  private JsonObject add(JsonObject args) {
    JsonObject given = args.object("source");
    String name = args.string("name");
    Source source =
        new Source(AddLayers.newId(), name, given.string("type"), given.object("parameters"));
    Layer layer =
        new Layer(
            AddLayers.newId(),
            name,
            args.string("type"),
            args.optObject("parameters").with("source", source.id()));
    boolean service = ServiceCheck.isService(source.type());
    if (service) {
      ServiceCheck.check(
          layer.type(), layer.parameters(), "layer", source.type(), source.parameters(), "source");
    }
    List<Edit> edits = new ArrayList<>();
    edits.add(new Edit.AddLayer(layer, source, args.optInteger("index", 0)));
    String group = args.optString("group", "");
    if (!group.isEmpty()) {
      edits.add(new Edit.MoveLayer(layer.id(), args.optInteger("index", 0), group));
    }
    Edit.All adding = new Edit.All(edits, "Add layer " + name);
    if (service || RasterFiles.isRaster(source.type())) {
      ServiceCommands.add(app, layer, source, adding);
      return JsonObject.of().with("layerId", layer.id()).with("sourceId", source.id());
    }
    app.store.apply(adding);
    app.tables.settle();
    LayerTables.Table table = app.tables.of(layer);
    if (table != null && table.failure() != null) {
      TerrellaException failure = table.failure();
      app.store.apply(new Edit.RemoveLayer(layer.id()));
      throw failure;
    }
    return JsonObject.of().with("layerId", layer.id()).with("sourceId", source.id());
  }

  private JsonArray list() {
    List<JsonObject> list = new ArrayList<>();
    List<Layer> order = app.store.document().drawingOrder();
    for (int i = order.size() - 1; i >= 0; i--) {
      Layer layer = order.get(i);
      list.add(
          JsonObject.of()
              .with("layerId", layer.id())
              .with("name", layer.name())
              .with("type", layer.type())
              .with("visible", layer.visible())
              .with("shown", app.store.document().isShown(layer.id()))
              .with("opacity", layer.opacity())
              .with("group", app.store.document().groupOf(layer.id())));
    }
    return JsonArray.of(list);
  }

  private JsonObject info(String id) {
    Layer layer = app.store.document().layer(id);
    if (!app.services.has(layer)) {
      return LayerInformation.of(app, layer);
    }
    JsonObject info = LayerInformation.source(app, layer);
    try {
      return info.withAll(ServiceCommands.info(app, layer));
    } catch (TerrellaException refused) {
      return info.with("drawn", false).with("objection", refused.getMessage());
    }
  }

  private JsonObject set(JsonObject args, Execution execution) {
    Layer layer = app.store.document().layer(args.string("layerId"));
    String label = "Change layer";
    if (args.has("name")) {
      if (args.string("name").isBlank()) {
        throw TerrellaException.invalid("A layer's name cannot be empty.");
      }
      layer = layer.withName(args.string("name"));
      label = "Rename layer";
    }
    if (args.has("visible")) {
      layer = layer.withVisible(args.bool("visible"));
      label = args.bool("visible") ? "Show layer" : "Hide layer";
    }
    if (args.has("parameters")) {
      layer = layer.withParameters(layer.parameters().withAll(args.object("parameters")));
      label = "Change style";
    }
    if (args.has("opacity")) {
      layer = layer.withOpacity(args.number("opacity"));
      label = "Change opacity";
    }
    if (args.has("filters")) {
      layer = layer.withFilters(filters(args.object("filters")));
      if (!layer.filters().expression().isEmpty()) {
        app.tables.settle();
        app.filters.of(layer, execution);
      }
      label = "Change filters";
    }
    if (args.has("step")) {
      setStep(layer, args.integer("step"));
    }
    if (args.size() > (args.has("step") ? 2 : 1)) {
      app.store.apply(new Edit.ReplaceLayer(layer, label));
    }
    return JsonObject.of();
  }

  /** Shows another slice of the raster that a layer has; so do all layers of the same source. */
  private void setStep(Layer layer, int step) {
    long steps = 1;
    for (JsonObject dimension : app.services.raster(layer).optArray("dimensions").objects()) {
      steps *= dimension.integer("size");
    }
    if (step >= steps) {
      throw TerrellaException.invalid(
          "The layer \"" + layer.name() + "\" has " + steps + " steps, from 0 on.");
    }
    Source source = app.store.document().sourceOf(layer);
    Source next = source.withParameters(source.parameters().with("step", step));
    app.services.await(layer.id(), () -> app.store.apply(new Edit.ReplaceSource(next)));
  }

  private static LayerFilters filters(JsonObject json) {
    List<String> problems = new ArrayList<>();
    LayerFilters filters = LayerFilters.read(json, "filters", problems);
    if (!problems.isEmpty()) {
      throw TerrellaException.invalid(problems.get(0));
    }
    return filters;
  }

  private JsonObject move(JsonObject args) {
    String id = args.string("layerId");
    int index = args.integer("index");
    if (!args.has("into")) {
      app.store.apply(new Edit.MoveLayer(id, index, args.optString("group", "")));
      return JsonObject.of();
    }
    if (args.has("group")) {
      throw TerrellaException.invalid("layer:move takes either \"group\" or \"into\".");
    }
    app.store.document().layer(id);
    app.store.apply(
        new TreeEdit.MoveItem(
            app.store.document().pathOf(id), GroupArgument.path(args.array("into")), index));
    return JsonObject.of();
  }

  private JsonObject duplicate(JsonObject args) {
    Layer layer = app.store.document().layer(args.string("layerId"));
    String id = AddLayers.newId();
    app.store.apply(
        new Edit.DuplicateLayer(layer.id(), id, args.optString("name", layer.name() + " copy")));
    return JsonObject.of().with("layerId", id);
  }

  private boolean hasLayer(JsonObject args) {
    return args.has("layerId")
        ? app.store.document().layers().containsKey(args.string("layerId"))
        : !app.store.document().layers().isEmpty();
  }

  private boolean canZoom(JsonObject args) {
    if (!hasLayer(args) || !args.has("layerId")) {
      return hasLayer(args);
    }
    Layer layer = app.store.document().layer(args.string("layerId"));
    return LayerExtents.around(app, List.of(layer)).isPresent();
  }

  private void zoomTo(String id) {
    Layer layer = app.store.document().layer(id);
    if (app.services.has(layer)) {
      view.fit(ServiceCommands.extent(app, layer), true);
      return;
    }
    app.tables.settle();
    view.fit(LayerExtents.of(app, layer), true);
  }
}
