package org.terrella.webapp.command;

import org.terrella.document.Layer;
import org.terrella.interop.browser.Lazy;
import org.terrella.interop.browser.Promises;
import org.terrella.json.Json;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.data.LayerTables;

/** The features of a layer as GeoJSON. */
final class LayerFeatures {
  private LayerFeatures() {}

  static JsonObject of(App app, JsonObject args) {
    Layer layer = app.store.document().layer(args.string("layerId"));
    app.tables.settle();
    LayerTables.Table table = app.tables.ready(layer);
    String crs = CrsArgument.of(app, args, app.store.document().projection());
    JsonObject header = JsonObject.of().with("table", layer.source());
    for (String key : new String[] {"offset", "limit"}) {
      if (args.has(key)) {
        header = header.with(key, args.get(key));
      }
    }
    JsonObject collection =
        Json.parseObject(app.engine.request("features", header).bytes().copyToJavaArray());
    if (crs.equals(table.projection())) {
      return collection;
    }
    String transformed =
        Promises.await(Lazy.loadHighlight())
            .transformGeoJson(Json.write(collection), table.projection(), crs);
    return Json.parseObject(transformed);
  }
}
