package org.terrella.webapp.data;

import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.file.Blob;
import org.terrella.document.Edit;
import org.terrella.document.Layer;
import org.terrella.document.Source;
import org.terrella.document.parameters.ServiceCheck;
import org.terrella.error.TerrellaException;
import org.terrella.interop.browser.Blobs;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.workbench.job.Job;

/** Adds rasters to the map; a file that cannot be read leaves nothing behind. */
public final class AddRasters {
  private final App app;

  public AddRasters(App app) {
    this.app = app;
  }

  /**
   * Adds a file.
   *
   * @param storing what puts it into the workspace
   * @param name for the layer; empty to take the file's
   * @param sublayer the table of a database, or the variable of a NetCDF, to take
   */
  List<String> add(
      Incoming file,
      Storing storing,
      Format format,
      String name,
      String sublayer,
      Choices choices,
      Job job) {
    Blob main = file.files().get(0).blob();
    String head = Blobs.head(main, Format.HEAD);
    boolean variables = Format.isNetcdf(head);
    boolean geoPackage = Format.isDatabase(head) && Format.extension(file.name()).equals("gpkg");
    String type = geoPackage ? "GeoPackageRasterSource" : format.sourceType();
    job.progress(0.05, "Opening " + file.name());
    JsonObject own = JsonObject.of();
    if (!sublayer.isEmpty()) {
      own = own.with(variables ? "variable" : "tables", sublayer);
    }
    Source first = source(file, type, own);
    Blob content =
        format == Format.GEOTIFF ? main : app.rasters.converted(first, file.files(), job);
    JsonObject description = app.rasters.openContent(first, content);
    List<JsonObject> offered = description.optArray("variables").objects();
    List<String> chosen =
        !sublayer.isEmpty() || offered.size() < 2
            ? List.of("")
            : choices.variables(file.name(), offered);
    List<String> ids = new ArrayList<>();
    String stored = storing.path();
    for (String variable : chosen) {
      Source source = first;
      JsonObject found = description;
      if (!variable.isEmpty()) {
        source = source(file, type, own.with("variable", variable));
        found = app.rasters.openContent(source, content);
      }
      JsonObject parameters =
          located(type, source.parameters().without("path").without("urls"), stored)
              .withAll(crs(source, found, choices));
      if (file.files().size() > 1) {
        parameters = parameters.with("additionalFiles", Storing.beside(file, stored));
      }
      Source known = source.withParameters(parameters);
      if (content != main) {
        app.rasters.remember(known, content);
      }
      String label = name.isEmpty() ? Format.stem(file.name()) : name;
      ids.add(add(known, chosen.size() > 1 ? label + " " + variable : label));
    }
    return ids;
  }

  private static Source source(Incoming file, String type, JsonObject own) {
    return new Source(AddLayers.newId(), file.name(), type, located(type, own, file.name()));
  }

  /** Adds a GeoTIFF of the web, of which only what is drawn is fetched. */
  public String addRemote(String url, String name, Choices choices) {
    Source source =
        new Source(
            AddLayers.newId(),
            Format.fileName(url),
            Format.GEOTIFF.sourceType(),
            located(Format.GEOTIFF.sourceType(), JsonObject.of(), url));
    JsonObject said = crs(source, app.rasters.open(source, null), choices);
    Source known = source.withParameters(source.parameters().withAll(said));
    return add(known, name.isEmpty() ? Format.stem(url) : name);
  }

  /** Whether an address is that of a GeoTIFF, by its name. */
  public static boolean isRemote(String url) {
    String path = url.contains("?") ? url.substring(0, url.indexOf('?')) : url;
    String extension = Format.extension(path);
    return ServiceCheck.isRemote(url) && (extension.equals("tif") || extension.equals("tiff"));
  }

  private static JsonObject located(String type, JsonObject own, String path) {
    return type.equals(Format.GEOTIFF.sourceType())
        ? own.with("urls", JsonArray.of(JsonObject.of().with("url", path)))
        : own.with("path", path);
  }

  /** What the source has to say of a system that the file leaves open. */
  private JsonObject crs(Source source, JsonObject description, Choices choices) {
    for (String warning : description.optArray("warnings").strings()) {
      app.messages.warn(source.name() + ": " + warning);
    }
    if (app.crs.knows(description.object("crs"))) {
      return JsonObject.of();
    }
    String guess = CrsGuess.of(description, app.store.document());
    return JsonObject.of()
        .with("projection", app.crs.get(choices.crs(source.name(), guess)).code());
  }

  private String add(Source source, String name) {
    Layer layer =
        new Layer(
            AddLayers.newId(),
            name,
            source.type().equals("GeoPackageRasterSource") ? Layer.RASTER : Layer.GEOTIFF,
            JsonObject.of().with("source", source.id()).with("opacity", 1L));
    List<Edit> edits = new ArrayList<>();
    edits.add(new Edit.AddLayer(layer, source, 0));
    try {
      app.services.await(
          layer.id(), () -> app.store.apply(new Edit.All(edits, "Add " + Format.stem(name))));
    } catch (TerrellaException failure) {
      app.store.apply(new Edit.RemoveLayer(layer.id()));
      throw failure;
    }
    return layer.id();
  }
}
