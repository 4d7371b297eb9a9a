package org.terrella.webapp.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.terrella.document.Edit;
import org.terrella.document.Layer;
import org.terrella.document.MapDocument;
import org.terrella.document.Source;
import org.terrella.document.parameters.ServiceCheck;
import org.terrella.error.TerrellaException;
import org.terrella.interop.browser.BrowserException;
import org.terrella.interop.browser.Lazy;
import org.terrella.interop.browser.Promises;
import org.terrella.interop.ol.Projections;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.Words;
import org.terrella.workbench.command.Command;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.command.Schema;

/** Services: those that are known, what one offers, and their layers. */
public final class ServiceCommands {
  private static final double[] WORLD = {-180, -85.06, 180, 85.06};

  private ServiceCommands() {}

  static void register(App app) {
    app.commands.add(
        new Command(
            "service:list",
            "List known services",
            "Lists services of maps and imagery with their terms; asks none of them.",
            Schema.object()
                .may("query", Schema.string("Words of name, kind, provider or licence"))
                .build(),
            Schema.array(
                Schema.anyObject("{id, name, kind, provider, licence, attribution, terms, host}"),
                ""),
            (args, execution) -> list(args.optString("query", ""))));
    app.commands.add(
        new Command(
            "service:add",
            "Add known service",
            "Adds a service of the list as a layer; from then on the map asks its server.",
            Schema.object()
                .need("id", Schema.string("Id of a known service"))
                .may("index", Schema.integer("Place from the top"))
                .build(),
            Schema.anyObject("{layerId, sourceId}"),
            (args, execution) -> addKnown(app, args, execution)));
    app.commands.add(
        new Command(
            "service:capabilities",
            "Layers of a service",
            "Asks a WMS or WMTS for its layers, each with the source to add.",
            Schema.object()
                .need("kind", Schema.oneOf("Kind of service", "wms", "wmts"))
                .need("url", Schema.string("Its web address"))
                .build(),
            Schema.anyObject("{title, layers: [{name, title, crs, note, source}]}"),
            (args, execution) ->
                capabilities(app, args.string("kind"), args.string("url").trim())));
  }

  private static List<JsonObject> known() {
    return ((JsonArray)
            Json.parse(
                Promises.await(Promises.await(Lazy.loadServices()).knownServices()).stringValue()))
        .objects();
  }

  private static JsonArray list(String query) {
    List<String> words = Words.of(query);
    List<JsonObject> found = new ArrayList<>();
    for (JsonObject service : known()) {
      JsonObject parameters = service.object("source").object("parameters");
      String text =
          service.string("name")
              + " "
              + service.string("kind")
              + " "
              + service.string("provider")
              + " "
              + service.string("licence");
      if (Words.allIn(words, text.toLowerCase(Locale.ROOT))) {
        found.add(
            service
                .without("source")
                .without("type")
                .without("parameters")
                .with("attribution", parameters.optString("attribution", ""))
                .with("host", host(parameters.string("url"))));
      }
    }
    return JsonArray.of(found);
  }

  private static JsonObject addKnown(App app, JsonObject args, Execution execution) {
    for (JsonObject service : known()) {
      if (service.string("id").equals(args.string("id"))) {
        JsonObject layer =
            JsonObject.of()
                .with("type", service.string("type"))
                .with("name", service.string("name"))
                .with("source", service.object("source"))
                .with("parameters", service.optObject("parameters"))
                .with("index", (long) args.optInteger("index", place(app.store.document())));
        return (JsonObject) app.commands.execute("layer:add", layer, execution);
      }
    }
    throw TerrellaException.notFound("No service is known as \"" + args.string("id") + "\".");
  }

  private static JsonObject capabilities(App app, String kind, String url) {
    try {
      return Json.parseObject(
          Promises.await(
                  Promises.await(Lazy.loadServices())
                      .readCapabilities(kind, url, app.store.document().projection()))
              .stringValue());
    } catch (BrowserException failure) {
      throw new TerrellaException("service-failed", failure.getMessage() + ".", failure);
    }
  }

  /** The place from the top for a layer of a service: over others of services, under features. */
  public static int place(MapDocument document) {
    List<Layer> order = document.drawingOrder();
    int above = 0;
    for (int i = order.size() - 1; i >= 0; i--) {
      Source source = document.sourceOf(order.get(i));
      if (source != null && ServiceCheck.isService(source.type())) {
        break;
      }
      above++;
    }
    return above;
  }

  /** Adds the layer of a service, says whom the map asks from now on, and waits for it. */
  static void add(App app, Layer layer, Source source, Edit adding) {
    try {
      app.services.await(layer.id(), () -> app.store.apply(adding));
    } catch (TerrellaException failure) {
      if (app.store.document().layers().containsKey(layer.id())) {
        app.store.apply(new Edit.RemoveLayer(layer.id()));
      }
      throw failure;
    }
    if (ServiceCheck.isRemote(source.path())) {
      app.messages.info(
          "For the layer \"" + layer.name() + "\" the map asks " + host(source.path()) + ".");
    }
  }

  /** The host in an address; of one with a choice of servers, what they share. */
  public static String host(String address) {
    int begin = address.indexOf("//");
    if (begin < 0) {
      return "";
    }
    int end = address.indexOf('/', begin + 2);
    String host = address.substring(begin + 2, end < 0 ? address.length() : end);
    int choice = host.lastIndexOf('}');
    String shared = host.substring(choice + 1);
    return shared.startsWith(".") ? shared.substring(1) : shared;
  }

  static JsonObject info(App app, Layer layer) {
    JsonObject info = app.services.info(layer);
    if (info.has("bands")) {
      return info.without("mapExtent").without("look").without("warnings");
    }
    return JsonObject.of()
        .with("type", layer.type())
        .withAll(info)
        .with("crs", app.store.document().projection())
        .with("extent", JsonArray.ofNumbers(extent(app, layer)));
  }

  /** What a service covers, in the map's system; the whole world when it does not say. */
  static double[] extent(App app, Layer layer) {
    JsonObject info = app.services.info(layer);
    if (info.has("mapExtent")) {
      return info.array("mapExtent").numbers();
    }
    if (info.has("bands")) {
      throw TerrellaException.invalid(
          "The layer \"" + layer.name() + "\" lies outside of what the map can show.");
    }
    JsonArray given = info.optArray("extent");
    double[] box = given.size() == 4 ? given.numbers() : WORLD.clone();
    box[1] = Math.max(WORLD[1], box[1]);
    box[3] = Math.min(WORLD[3], box[3]);
    return Projections.transformExtent(box, "EPSG:4326", app.store.document().projection(), 8);
  }
}
