package org.terrella.webapp.map;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.teavm.jso.file.Blob;
import org.terrella.document.Layer;
import org.terrella.document.MapDocument;
import org.terrella.document.Source;
import org.terrella.document.parameters.ServiceCheck;
import org.terrella.document.symbology.FlatStyle;
import org.terrella.document.symbology.Legend;
import org.terrella.document.symbology.Symbology;
import org.terrella.error.TerrellaException;
import org.terrella.interop.browser.BrowserException;
import org.terrella.interop.browser.Lazy;
import org.terrella.interop.browser.Promises;
import org.terrella.interop.ol.Services;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.webapp.App;
import org.terrella.webapp.data.RasterFiles;
import org.terrella.workbench.Tasks;

/**
 * The layers of services, archives of tiles and rasters: what draws them is fetched with the first
 * one.
 */
public final class ServiceLayers {
  private static final String MERCATOR = "EPSG:3857";

  /** Sources whose pictures OpenLayers brings into the system of the map. */
  private static final Set<String> REPROJECTED =
      Set.of("RasterSource", "WmsTileSource", "RasterDemSource", "VectorTileSource", "ImageSource");

  private final App app;
  private MapView view;
  private final Map<String, Drawn> drawn = new HashMap<>();
  private final Set<String> awaited = new HashSet<>();
  private Runnable changed = () -> {};

  /** A layer that is on the map, will come, or failed. */
  private static final class Drawn {
    private final String key;
    private Services.ServiceLayer layer;
    private TerrellaException failure;
    private String spec = "";
    private boolean visible;
    private double opacity;
    private int index;

    Drawn(String key) {
      this.key = key;
    }
  }

  public ServiceLayers(App app) {
    this.app = app;
  }

  /** Hears that more is known of a layer. */
  public void listen(Runnable listener) {
    changed = listener;
  }

  /** Draws on a map from now on. */
  void attach(MapView map) {
    view = map;
  }

  /** Takes layers off the map that the document does not have. */
  void retain(MapDocument document) {
    drawn
        .entrySet()
        .removeIf(
            entry -> {
              boolean gone = !document.layers().containsKey(entry.getKey());
              if (gone) {
                remove(entry.getValue());
              }
              return gone;
            });
    app.rasters.retain(document);
  }

  private void remove(Drawn entry) {
    if (entry.layer != null) {
      view.map().removeLayer(entry.layer.getLayer());
    }
  }

  /** Brings a layer onto the map as the document has it, if its source is a service. */
  void show(Layer layer, MapDocument document, boolean visible, int index) {
    Source source = document.sourceOf(layer);
    if (source == null
        || !ServiceCheck.isService(source.type()) && !RasterFiles.isRaster(source.type())) {
      return;
    }
    String key = layer.type() + source.json() + document.projection();
    Drawn entry = drawn.get(layer.id());
    if (entry == null || !entry.key.equals(key)) {
      if (entry != null) {
        remove(entry);
      }
      entry = new Drawn(key);
      drawn.put(layer.id(), entry);
      create(layer, source, document.projection(), entry);
    }
    entry.visible = visible;
    entry.opacity = layer.opacity();
    entry.index = index;
    String spec = spec(layer, source);
    if (!spec.equals(entry.spec)) {
      entry.spec = spec;
      if (entry.layer != null) {
        entry.layer.change(spec);
      }
    }
    place(entry);
  }

  private static void place(Drawn entry) {
    if (entry.layer != null) {
      entry.layer.getLayer().setVisible(entry.visible);
      entry.layer.getLayer().setOpacity(entry.opacity);
      entry.layer.getLayer().setZIndex(entry.index);
    }
  }

  private static String spec(Layer layer, Source source) {
    JsonArray style =
        layer.type().equals("VectorTileLayer")
            ? FlatStyle.of(Symbology.of(layer), layer.filters())
            : JsonArray.of();
    return Json.write(
        JsonObject.of()
            .with("name", layer.name())
            .with("source", source.json())
            .with("parameters", layer.parameters().without("symbologyState"))
            .with("style", style));
  }

  private void create(Layer layer, Source source, String projection, Drawn entry) {
    Tasks.start(
        () -> {
          try {
            Services.ServiceLayer made = make(layer, source, projection, entry);
            if (drawn.get(layer.id()) == entry) {
              entry.layer = made;
              place(entry);
              view.map().addLayer(made.getLayer());
              changed.run();
            }
          } catch (BrowserException failed) {
            throw new TerrellaException("service-failed", failed.getMessage(), failed);
          }
        },
        failure -> {
          entry.failure = failure;
          if (drawn.get(layer.id()) == entry && !awaited.contains(layer.id())) {
            app.messages.error(
                "The layer \"" + layer.name() + "\" cannot be shown: " + failure.getMessage(),
                failure.code());
          }
        });
  }

  private Services.ServiceLayer make(Layer layer, Source source, String projection, Drawn entry) {
    if (RasterFiles.isRaster(source.type())) {
      return app.rasters.layer(source, projection);
    }
    ServiceCheck.check(
        layer.type(),
        layer.parameters(),
        "$.layers." + layer.id(),
        source.type(),
        source.parameters(),
        "$.sources." + source.id());
    if (!projection.equals(MERCATOR) && !REPROJECTED.contains(source.type())) {
      throw TerrellaException.unsupported(
          "Services of this kind are drawn on maps in "
              + MERCATOR
              + "; this one is in "
              + projection
              + ".");
    }
    String crs = crs(source.parameters());
    if (!crs.isEmpty()) {
      app.crs.define(crs);
    }
    Blob file = stored(source.path());
    Services services = Promises.await(Lazy.loadServices());
    String spec = entry.spec;
    Services.ServiceLayer made =
        Promises.await(
            services.createServiceLayer(
                view.map(),
                spec,
                file,
                (nothingDrawn, message) -> {
                  if (nothingDrawn) {
                    app.messages.error(message, "service-failed");
                  } else {
                    app.messages.warn(message);
                  }
                }));
    if (!spec.equals(entry.spec)) {
      made.change(entry.spec);
    }
    return made;
  }

  /** The file of the workspace or beside a page on a disk, or null when a path leads elsewhere. */
  private Blob stored(String path) {
    if (path.startsWith("file:")) {
      return app.loader.content(path);
    }
    boolean may =
        !ServiceCheck.isRemote(path)
            && !path.startsWith("/")
            && !path.startsWith(".")
            && !path.contains("{");
    return may && app.workspace.exists(path) ? app.workspace.read(path) : null;
  }

  /** The system that a service is asked in, where it is not the map's. */
  private static String crs(JsonObject parameters) {
    JsonObject params = parameters.optObject("params");
    for (String key : params.keys()) {
      boolean names = key.equalsIgnoreCase("crs") || key.equalsIgnoreCase("srs");
      if (names && params.get(key) instanceof JsonString code) {
        return code.value().equalsIgnoreCase("CRS:84") ? "" : code.value();
      }
    }
    return parameters.opt("tileMatrixSet", JsonNull.NULL) instanceof JsonObject set
        ? set.optString("crs", "")
        : "";
  }

  /** Whether a layer shows a service. */
  public boolean has(Layer layer) {
    return drawn.containsKey(layer.id());
  }

  /**
   * Does something that adds a layer, and waits until it is there; a failure is thrown rather than
   * told.
   */
  public void await(String layer, Runnable adding) {
    awaited.add(layer);
    try {
      adding.run();
      settle(layer);
    } finally {
      awaited.remove(layer);
    }
  }

  /**
   * What a service says of itself, once that is known: {@code minZoom}, {@code maxZoom}, {@code
   * extent} (west, south, east, north), {@code attribution}; each may be missing.
   */
  public JsonObject info(Layer layer) {
    return Json.parseObject(settle(layer.id()).layer.getInfo());
  }

  /** What is known of a raster; empty of what is none, and until it was opened. */
  public JsonObject raster(Layer layer) {
    Drawn entry = drawn.get(layer.id());
    JsonObject info =
        entry == null || entry.layer == null
            ? JsonObject.of()
            : Json.parseObject(entry.layer.getInfo());
    return info.has("bands") ? info : JsonObject.of();
  }

  /** What the grey of a raster means; empty for those in colours. */
  public List<Legend.Entry> legend(Layer layer) {
    JsonObject info = raster(layer);
    if (!info.optString("look", "").equals("grey")) {
      return List.of();
    }
    JsonArray range = info.array("bands").object(0).optArray("range");
    return range.size() == 2 ? Legend.ofGrey(range.number(0), range.number(1)) : List.of();
  }

  /** The values of a raster's bands at a place in the map's system; empty outside of it. */
  public JsonArray values(Layer layer, double[] at) {
    String text = Promises.await(drawn.get(layer.id()).layer.values(at)).stringValue();
    return Json.parse(text) instanceof JsonArray values ? values : JsonArray.of();
  }

  /** Waits until each layer is on the map or failed. */
  public void settle() {
    for (int i = 0; i < 3000; i++) {
      boolean all = true;
      for (Drawn entry : drawn.values()) {
        all &= !isComing(entry);
      }
      if (all) {
        return;
      }
      pause();
    }
  }

  private Drawn settle(String layer) {
    Drawn entry = drawn.get(layer);
    for (int i = 0; i < 3000 && entry != null && isComing(entry); i++) {
      pause();
      entry = drawn.get(layer);
    }
    if (entry == null) {
      throw TerrellaException.notFound("The layer was removed while its service was asked.");
    }
    if (entry.layer == null && entry.failure == null) {
      throw new TerrellaException("service-failed", "The service gave no answer.");
    }
    if (entry.failure != null) {
      throw entry.failure;
    }
    return entry;
  }

  private static boolean isComing(Drawn entry) {
    return entry.layer == null && entry.failure == null;
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
