package org.terrella.webapp.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.teavm.jso.JSBody;
import org.teavm.jso.file.Blob;
import org.terrella.document.Edit;
import org.terrella.document.Layer;
import org.terrella.document.Source;
import org.terrella.document.symbology.DefaultLook;
import org.terrella.error.TerrellaException;
import org.terrella.interop.browser.Blobs;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.workbench.Tasks;
import org.terrella.workbench.gdal.GdalClient;
import org.terrella.workbench.job.Job;

/**
 * Adds files to the map. All is read before anything is stored or shown, so that a file that cannot
 * be read leaves nothing behind.
 */
public final class AddLayers {
  /** The code of a file that is sound but holds nothing to show. */
  private static final String NO_FEATURES = "no-features";

  private final App app;

  public AddLayers(App app) {
    this.app = app;
  }

  /** A layer that was read and waits to be added. */
  private record Prepared(Source source, String name, JsonObject summary, Blob converted) {}

  /**
   * Adds the layers of a file.
   *
   * @param name for the layer; empty to take the file's
   * @param sublayer the only layer to take; empty for those that {@code choices} picks
   * @param encoding of text in shapefiles; empty to go by the file
   * @return ids of the new layers
   */
  public List<String> add(
      Incoming file, String name, String sublayer, String encoding, Choices choices, Job job) {
    List<Prepared> prepared = new ArrayList<>();
    Storing storing = new Storing(app.workspace, file);
    try {
      String head = Blobs.head(file.files().get(0).blob(), Format.HEAD);
      Format format = Format.of(file, head);
      if (format == Format.PMTILES) {
        Blob archive = file.files().get(0).blob();
        // A damaged one is not stored.
        Archives.isVector(file.name(), archive);
        return List.of(Archives.add(app, storing.path(), archive, file.name(), name));
      }
      // Written while it is read, and taken away again when it cannot be.
      storing.begin();
      if (format == Format.GEOTIFF || format == Format.RASTER) {
        return new AddRasters(app).add(file, storing, "", "", name, sublayer, choices, job);
      }
      List<String> rasters = List.of();
      if (format == Format.ARCHIVE) {
        List<Archive.Member> members = members(file, job);
        ArchiveRasters inside = new ArchiveRasters(app, file, members, sublayer);
        prepareArchive(file, inside.others(), sublayer, encoding, choices, job, prepared);
        rasters = inside.add(storing, name, choices, job);
      } else if (format.isRead()) {
        prepared.add(prepareDirect(file, format, choices, job));
      } else {
        try {
          prepareConverted(file, "", sublayer, encoding, choices, job, prepared);
        } catch (TerrellaException failure) {
          // A database without features may hold pictures.
          if (!Format.isDatabase(head) || failure.code().equals("cancelled")) {
            throw failure;
          }
          return rasterOf(file, storing, name, sublayer, choices, job, failure);
        }
      }
      if (prepared.isEmpty()) {
        return rasters;
      }
      List<Edit> edits = new ArrayList<>();
      List<String> ids = new ArrayList<>(rasters);
      String stored = storing.path();
      for (Prepared one : prepared) {
        ids.add(edit(one, file, stored, prepared.size() == 1 ? name : "", edits));
      }
      app.store.apply(new Edit.All(edits, "Add " + Format.stem(file.name())));
      app.tables.relieve();
      return ids;
    } catch (RuntimeException failure) {
      storing.undo();
      for (Prepared one : prepared) {
        app.engine.request("drop", JsonObject.of().with("table", one.source().id()));
      }
      throw named(file.name(), failure);
    }
  }

  /**
   * Adds a large file of the web of which only what the map shows is fetched.
   *
   * @return id of the new layer; empty when the file has to be fetched as a whole
   */
  public Optional<String> addRemote(String url, String name, Choices choices, Job job) {
    String plain = Format.plainName(url);
    boolean parquet = !Format.extension(plain).equals("fgb");
    Format format = parquet ? Format.OTHER : Format.FLATGEOBUF;
    String id = newId();
    Source source = new Source(id, plain, format.sourceType(), JsonObject.of().with("path", url));
    try {
      JsonObject summary = app.loader.loadPart(source, id, job).orElse(JsonObject.of());
      if (summary.isEmpty()) {
        return Optional.empty();
      }
      Prepared one = withCrs(source, Format.stem(plain), summary, null, choices);
      List<Edit> edits = new ArrayList<>();
      Incoming file = new Incoming(url, List.of(new GdalClient.NamedBlob(plain, null)));
      String layer = edit(one, file, url, name, edits);
      app.store.apply(new Edit.All(edits, "Add " + Format.stem(plain)));
      return Optional.of(layer);
    } catch (RuntimeException failure) {
      app.remote.forget(id);
      app.engine.request("drop", JsonObject.of().with("table", id));
      throw named(plain, failure);
    }
  }

  private List<String> rasterOf(
      Incoming file,
      Storing storing,
      String name,
      String sublayer,
      Choices choices,
      Job job,
      TerrellaException otherwise) {
    try {
      return new AddRasters(app).add(file, storing, "", "", name, sublayer, choices, job);
    } catch (TerrellaException failure) {
      throw otherwise;
    }
  }

  /** The failure with a message that names the file, also when it speaks of one inside. */
  private static RuntimeException named(String name, RuntimeException failure) {
    TerrellaException known = Tasks.known(failure);
    return known.getMessage().contains(name)
        ? known
        : new TerrellaException(known.code(), name + ": " + known.getMessage(), failure);
  }

  private String edit(Prepared one, Incoming file, String stored, String name, List<Edit> edits) {
    JsonObject parameters = one.source().parameters().with("path", stored);
    if (file.files().size() > 1) {
      parameters = parameters.with("additionalFiles", Storing.beside(file, stored));
    }
    Source source = new Source(one.source().id(), one.name(), one.source().type(), parameters);
    if (one.converted() != null) {
      app.loader.remember(source, one.converted());
    }
    Layer layer =
        new Layer(
            newId(),
            name.isEmpty() ? one.name() : name,
            Layer.VECTOR,
            JsonObject.of()
                .with("source", source.id())
                .with("opacity", 1L)
                .with(
                    "symbologyState",
                    DefaultLook.ofNumber(app.store.document().layers().size() + edits.size())
                        .toJson()));
    app.tables.adopt(source.id(), one.summary());
    edits.add(new Edit.AddLayer(layer, source, 0));
    return layer.id();
  }

  private Prepared prepareDirect(Incoming file, Format format, Choices choices, Job job) {
    String id = newId();
    JsonObject summary =
        app.loader.read(file.files().get(0).blob(), file.name(), format.engineFormat(), id, job);
    Source source =
        new Source(id, file.name(), format.sourceType(), JsonObject.of().with("path", ""));
    return withCrs(source, Format.stem(file.name()), summary, null, choices);
  }

  private List<Archive.Member> members(Incoming file, Job job) {
    List<GdalClient.NamedBlob> entries = app.gdal.unpack(file.files().get(0), job);
    List<Archive.Member> members = Archive.members(entries);
    if (members.isEmpty()) {
      List<String> names = new ArrayList<>();
      for (GdalClient.NamedBlob entry : entries) {
        names.add(entry.name());
      }
      throw TerrellaException.unsupported(
          file.name()
              + " holds nothing that can be opened as a map layer"
              + (names.isEmpty()
                  ? "; it is empty."
                  : " (only "
                      + String.join(", ", names.subList(0, Math.min(5, names.size())))
                      + ")."));
    }
    return members;
  }

  private void prepareArchive(
      Incoming file,
      List<Archive.Member> members,
      String sublayer,
      String encoding,
      Choices choices,
      Job job,
      List<Prepared> prepared) {
    TerrellaException without = null;
    for (Archive.Member member : members) {
      Incoming inside = new Incoming(file.path(), member.files());
      String entry = members.size() > 1 ? member.path() : "";
      try {
        prepareConverted(inside, entry, sublayer, encoding, choices, job, prepared);
      } catch (TerrellaException failure) {
        // Archives such as KMZ hold empty files beside those with the data, and the one layer that
        // is wanted is in one file.
        boolean elsewhere = !sublayer.isEmpty() && failure.code().equals("not-found");
        if (!failure.code().equals(NO_FEATURES) && !elsewhere) {
          throw failure;
        }
        without = failure;
      }
    }
    if (prepared.isEmpty() && without != null) {
      throw without;
    }
  }

  private void prepareConverted(
      Incoming file,
      String entry,
      String sublayer,
      String encoding,
      Choices choices,
      Job job,
      List<Prepared> prepared) {
    job.progress(0.05, "Opening " + file.name());
    GdalClient.Dataset dataset = app.gdal.open(file.files(), encoding, job);
    int before = prepared.size();
    try {
      boolean shapefile = dataset.driver().equals("ESRI Shapefile");
      // The only layer of a file may be empty; of several, those that are tell nothing.
      boolean mayBeEmpty = entry.isEmpty() && dataset.layers().size() == 1;
      String wanted = mayBeEmpty && sublayer.isEmpty() ? onlyName(dataset) : sublayer;
      for (String layer : chosen(file, dataset, wanted, choices)) {
        Blob converted = app.gdal.read(dataset, layer, job);
        String id = newId();
        JsonObject summary = app.loader.read(converted, file.name(), "flatgeobuf", id, job);
        if (summary.integer("featureCount") == 0 && wanted.isEmpty()) {
          // Some formats tell only now that a layer is empty.
          app.engine.request("drop", JsonObject.of().with("table", id));
          continue;
        }
        JsonObject own = JsonObject.of().with("path", "");
        if (!entry.isEmpty()) {
          own = own.with("entry", entry);
        }
        if (dataset.driver().equals("GPKG")) {
          own = own.with("tables", layer);
        } else if (!shapefile) {
          own = own.with("layer", layer);
        }
        if (!encoding.isEmpty()) {
          own = own.with("encoding", encoding);
        }
        Source source = new Source(id, file.name(), Format.sourceTypeOf(dataset.driver()), own);
        boolean only = dataset.layers().size() == 1;
        prepared.add(
            withCrs(
                source,
                only || shapefile ? Format.stem(file.name()) : layer,
                summary,
                converted,
                choices));
      }
    } finally {
      app.gdal.close(dataset);
    }
    if (prepared.size() == before) {
      throw new TerrellaException(NO_FEATURES, file.name() + " holds no features.");
    }
  }

  private static String onlyName(GdalClient.Dataset dataset) {
    return dataset.layers().get(0).string("name");
  }

  private static List<String> chosen(
      Incoming file, GdalClient.Dataset dataset, String sublayer, Choices choices) {
    List<JsonObject> usable = new ArrayList<>();
    List<JsonObject> tables = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (JsonObject layer : dataset.layers()) {
      names.add(layer.string("name"));
      if (layer.number("featureCount") != 0) {
        (layer.string("geometryType").equals("None") ? tables : usable).add(layer);
      }
    }
    if (!sublayer.isEmpty()) {
      if (!names.contains(sublayer)) {
        throw TerrellaException.notFound(
            file.name()
                + " has no layer \""
                + sublayer
                + "\"; it has "
                + String.join(", ", names)
                + ".");
      }
      return List.of(sublayer);
    }
    // Tables beside layers with geometry are often the styles and lists of a program.
    List<JsonObject> offered = usable.isEmpty() ? tables : usable;
    if (offered.isEmpty()) {
      throw new TerrellaException(NO_FEATURES, file.name() + " holds no features.");
    }
    return offered.size() == 1
        ? List.of(offered.get(0).string("name"))
        : choices.layers(file.name(), offered);
  }

  private Prepared withCrs(
      Source source, String name, JsonObject summary, Blob converted, Choices choices) {
    JsonObject declared = summary.object("crs");
    if (app.crs.knows(declared)) {
      JsonObject set = app.loader.setCrs(source.id(), app.crs.codeOf(declared));
      return new Prepared(source, name, set, converted);
    }
    String guess = CrsGuess.of(summary, app.store.document());
    if (!summary.has("extent")) {
      // A table is nowhere, so nothing depends on the answer.
      return new Prepared(source, name, app.loader.setCrs(source.id(), guess), converted);
    }
    String code = app.crs.get(choices.crs(source.name(), guess)).code();
    Source said =
        new Source(
            source.id(),
            source.name(),
            source.type(),
            source.parameters().with("projection", code));
    return new Prepared(said, name, app.loader.setCrs(source.id(), code), converted);
  }

  /** An id that no other layer or source has. */
  @JSBody(
      script =
          "const bytes = crypto.getRandomValues(new Uint8Array(16));"
              + "let id = '';"
              + "for (let i = 0; i < 16; i++) {"
              + "  id += (i === 4 || i === 6 || i === 8 || i === 10 ? '-' : '')"
              + "    + (bytes[i] + 256).toString(16).slice(1);"
              + "}"
              + "return id;")
  public static native String newId();
}
