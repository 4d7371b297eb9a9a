package org.terrella.webapp.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.teavm.jso.file.Blob;
import org.terrella.document.Edit;
import org.terrella.document.Layer;
import org.terrella.document.Source;
import org.terrella.document.parameters.ServiceCheck;
import org.terrella.error.TerrellaException;
import org.terrella.interop.browser.Blobs;
import org.terrella.json.Json;
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
   * @param archive the name of the archive that it was found in, or empty
   * @param entry where in the archive it is, if that holds more
   * @param name for the layer; empty to take the file's
   * @param sublayer the table of a database, or the variable of a NetCDF or Zarr, to take
   */
  List<String> add(
      Incoming file,
      Storing storing,
      String archive,
      String entry,
      String name,
      String sublayer,
      Choices choices,
      Job job) {
    Blob main = file.files().get(0).blob();
    String head = Blobs.head(main, Format.HEAD);
    boolean variables = Format.isNetcdf(head) || Format.isZippedZarr(file.name());
    boolean geoPackage = Format.isDatabase(head) && Format.extension(file.name()).equals("gpkg");
    Format format = Format.of(file, head);
    String type =
        !archive.isEmpty() || format != Format.GEOTIFF && !geoPackage
            ? RasterFiles.OTHER
            : geoPackage ? "GeoPackageRasterSource" : Format.GEOTIFF.sourceType();
    job.progress(0.05, "Opening " + file.name());
    JsonObject own = entry.isEmpty() ? JsonObject.of() : JsonObject.of().with("entry", entry);
    if (!sublayer.isEmpty()) {
      own = own.with(variables ? "variable" : "tables", sublayer);
    }
    Source first = source(file, type, own);
    boolean direct = type.equals(Format.GEOTIFF.sourceType());
    Blob content = direct ? main : app.rasters.converted(first, file.files(), job);
    JsonObject beside = direct ? RasterFiles.beside(file.files()) : JsonObject.of();
    JsonObject description = app.rasters.openContents(first, List.of(content), beside, job);
    List<JsonObject> offered = description.optArray("variables").objects();
    List<String> chosen =
        !sublayer.isEmpty() || offered.size() < 2
            ? List.of("")
            : choices.variables(file.name(), offered);
    List<String> ids = new ArrayList<>();
    Map<String, Integer> steps = new HashMap<>();
    String stored = storing.path();
    for (String variable : chosen) {
      Source source = first;
      JsonObject found = description;
      JsonObject wanted = variable.isEmpty() ? own : own.with("variable", variable);
      if (!variable.isEmpty()) {
        source = source(file, type, wanted);
        found = app.rasters.openContent(source, content, job);
      }
      int step = step(variable.isEmpty() ? file.name() : variable, found, steps, choices);
      if (step > 0) {
        wanted = wanted.with("step", step);
        source = source(file, type, wanted);
        found = app.rasters.openContent(source, content, job);
      }
      JsonObject parameters =
          located(type, source.parameters().without("path").without("urls"), stored)
              .withAll(crs(source, found, choices));
      if (file.files().size() > 1 && archive.isEmpty()) {
        parameters = parameters.with("additionalFiles", Storing.beside(file, stored));
      }
      Source known = source.withParameters(parameters);
      if (content != main || !archive.isEmpty()) {
        app.rasters.remember(known, content);
      }
      String label = name.isEmpty() ? stem(file.name()) : name;
      ids.add(add(known, chosen.size() > 1 ? label + " " + variable : label));
    }
    return ids;
  }

  /** Asks once for variables that have the same other axes. */
  private static int step(
      String variable, JsonObject description, Map<String, Integer> known, Choices choices) {
    List<JsonObject> dimensions = description.optArray("dimensions").objects();
    if (dimensions.isEmpty()) {
      return 0;
    }
    String key = Json.write(description.get("dimensions"));
    if (!known.containsKey(key)) {
      known.put(key, choices.step(variable, dimensions));
    }
    return known.get(key);
  }

  private static String stem(String name) {
    return Format.isZippedZarr(name) ? Format.stem(Format.stem(name)) : Format.stem(name);
  }

  private static Source source(Incoming file, String type, JsonObject own) {
    return new Source(AddLayers.newId(), file.name(), type, located(type, own, file.name()));
  }

  /**
   * Adds a raster of the web, of which only what is drawn is fetched: a GeoTIFF, or a Zarr, which
   * is a folder or a zip.
   *
   * @param sublayer the variable to take; empty for what is chosen
   */
  public List<String> addRemote(
      String url, String name, String sublayer, Choices choices, Job job) {
    boolean zarr = isZarr(url);
    boolean zip = Format.isZippedZarr(RasterFiles.plain(url));
    String type = zip ? RasterFiles.OTHER : zarr ? RasterFiles.ZARR : Format.GEOTIFF.sourceType();
    // Of a Zarr what is in it is asked first; of that nothing is drawn.
    JsonObject looking = located(type, sublayer, 0);
    Source first = remote(url, type, zarr ? looking.with("list", true) : looking);
    job.progress(0, "Opening " + Format.fileName(url));
    JsonObject description = app.rasters.open(first, job);
    List<JsonObject> offered = description.optArray("variables").objects();
    List<String> chosen =
        !sublayer.isEmpty()
            ? List.of(sublayer)
            : offered.isEmpty()
                ? List.of()
                : offered.size() == 1
                    ? List.of(offered.get(0).string("name"))
                    : choices.variables(Format.fileName(RasterFiles.plain(url)), offered);
    List<String> ids = new ArrayList<>();
    Map<String, Integer> steps = new HashMap<>();
    String label = name.isEmpty() ? stem(Format.fileName(withoutSlash(url))) : name;
    for (String variable : chosen.isEmpty() ? List.of("") : chosen) {
      Source source = zarr ? remote(url, type, located(type, variable, 0)) : first;
      JsonObject found = zarr ? app.rasters.open(source, job) : description;
      int step = step(variable, found, steps, choices);
      if (step > 0) {
        source = remote(url, type, located(type, variable, step));
        found = app.rasters.open(source, job);
      }
      Source known =
          source.withParameters(source.parameters().withAll(crs(source, found, choices)));
      ids.add(add(known, chosen.size() > 1 ? label + " " + variable : label));
    }
    return ids;
  }

  private static Source remote(String url, String type, JsonObject own) {
    JsonObject parameters =
        type.equals(RasterFiles.ZARR) ? own.with("url", url) : located(type, own, url);
    return new Source(AddLayers.newId(), Format.fileName(withoutSlash(url)), type, parameters);
  }

  /** What of a Zarr is wanted; jGIS calls the variables of a folder its bands. */
  private static JsonObject located(String type, String variable, int step) {
    JsonObject own = step > 0 ? JsonObject.of().with("step", step) : JsonObject.of();
    if (type.equals(RasterFiles.ZARR)) {
      return own.with(
          "bands", JsonArray.ofStrings(variable.isEmpty() ? List.of() : List.of(variable)));
    }
    return variable.isEmpty() || type.equals(Format.GEOTIFF.sourceType())
        ? own
        : own.with("variable", variable);
  }

  /** Whether an address is that of a raster that is read in parts, by its name. */
  public static boolean isRemote(String url) {
    String extension = Format.extension(RasterFiles.plain(url));
    return ServiceCheck.isRemote(url)
        && (extension.equals("tif") || extension.equals("tiff") || isZarr(url));
  }

  /** Whether an address is that of a Zarr: a folder so called or one in it, or a zip. */
  private static boolean isZarr(String url) {
    String path = RasterFiles.plain(url).toLowerCase(Locale.ROOT);
    String name = Format.fileName(withoutSlash(path));
    return name.endsWith(".zarr")
        || Format.isZippedZarr(path)
        || path.contains(".zarr/") && Format.extension(name).isEmpty()
        || List.of("zarr.json", ".zmetadata", ".zgroup", ".zarray").contains(name);
  }

  private static String withoutSlash(String url) {
    String path = RasterFiles.plain(url);
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
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
            layerType(source.type()),
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

  private static String layerType(String sourceType) {
    return switch (sourceType) {
      case "GeoPackageRasterSource" -> Layer.RASTER;
      case RasterFiles.ZARR -> "GeoZarrLayer";
      default -> Layer.GEOTIFF;
    };
  }
}
