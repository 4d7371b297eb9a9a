package org.terrella.webapp.command;

import java.util.List;
import org.terrella.document.Edit;
import org.terrella.document.JgisWriter;
import org.terrella.document.Layer;
import org.terrella.document.MapDocument;
import org.terrella.document.Source;
import org.terrella.error.TerrellaException;
import org.terrella.interop.browser.Lazy;
import org.terrella.interop.browser.Promises;
import org.terrella.json.Json;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.data.Credit;
import org.terrella.workbench.command.Command;
import org.terrella.workbench.command.Schema;

/** What a map says of itself, and a layer of where its data come from. */
public final class AboutCommands {
  private static final String KEY = "terrella:about";
  private static final String LABEL = "Describe the map";

  private AboutCommands() {}

  public static void register(App app) {
    app.commands.add(
        new Command(
            "document:about",
            "Get what the map says of itself",
            "Gives title, authors, licence and the like, and how the map is cited.",
            Schema.object().build(),
            Schema.anyObject(
                "{title, description, authors, license, keywords, version, doi, publisher, date,"
                    + " citation, bibtex, layers: [{layerId, name, attribution, license}]}"),
            (args, execution) -> told(app)));
    app.commands.add(
        new Command(
            "document:set-about",
            "Say what the map is",
            "Sets title, authors, licence and the like; what is empty is taken away.",
            Schema.object()
                .may("title", Schema.string("Title"))
                .may("description", Schema.string("What the map shows"))
                .may(
                    "authors",
                    Schema.array(
                        Schema.anyObject("{name, givenName?, familyName?, orcid?, affiliation?}"),
                        "All authors, in the order in which they are cited"))
                .may("license", Schema.string("SPDX identifier, or LicenseRef-\u2026"))
                .may("keywords", Schema.array(Schema.string(""), "Keywords"))
                .may("version", Schema.string("Of the map"))
                .may("doi", Schema.string("10.\u2026/\u2026"))
                .may("publisher", Schema.string("Who publishes it"))
                .may("date", Schema.string("Of publication, YYYY-MM-DD"))
                .build(),
            Schema.anyObject("as document:about"),
            (args, execution) -> set(app, args)));
    app.commands.add(
        new Command(
            "layer:set-attribution",
            "Say whose the data are",
            "Sets whom the data of a layer are owed to, and their licence.",
            Schema.object()
                .need("layerId", Schema.string("Id of a layer"))
                .may("attribution", Schema.string("As it is to be shown"))
                .may("license", Schema.string("SPDX identifier, or LicenseRef-\u2026"))
                .build(),
            Schema.anyObject("{attribution, license}"),
            (args, execution) -> credit(app, args)));
  }

  private static JsonObject told(App app) {
    String document = JgisWriter.write(app.store.document());
    return Json.parseObject(Promises.await(Lazy.loadAbout()).toldAbout(document));
  }

  private static JsonObject set(App app, JsonObject args) {
    String before = Json.write(app.store.document().metadata());
    JsonObject made =
        Json.parseObject(Promises.await(Lazy.loadAbout()).changedAbout(before, Json.write(args)));
    refuse(made.optString("problem", ""));
    app.store.apply(
        new Edit.All(
            List.of(
                new Edit.SetMetadata("title", made.get("title"), LABEL),
                new Edit.SetMetadata(KEY, made.get("about"), LABEL)),
            LABEL));
    return told(app);
  }

  private static JsonObject credit(App app, JsonObject args) {
    MapDocument document = app.store.document();
    Layer layer = document.layer(args.string("layerId"));
    Source source = document.sourceOf(layer);
    if (source == null) {
      throw TerrellaException.invalid("The layer has no source.");
    }
    Credit old = Credit.of(source);
    String attribution = args.optString("attribution", old.attribution()).trim();
    String license = args.optString("license", old.license()).trim();
    refuse(Promises.await(Lazy.loadAbout()).licenceProblem(license));
    JsonObject parameters = source.parameters();
    parameters = with(parameters, Credit.ATTRIBUTION, attribution);
    parameters = with(parameters, Credit.LICENSE, license);
    Edit edit = new Edit.ReplaceSource(source.withParameters(parameters));
    if (app.services.raster(layer).isEmpty()) {
      app.store.apply(edit);
    } else {
      // A raster is opened again.
      app.services.await(layer.id(), () -> app.store.apply(edit));
    }
    return JsonObject.of().with("attribution", attribution).with("license", license);
  }

  private static JsonObject with(JsonObject parameters, String key, String text) {
    return text.isEmpty() ? parameters.without(key) : parameters.with(key, text);
  }

  private static void refuse(String problem) {
    if (!problem.isEmpty()) {
      throw TerrellaException.invalid(problem.endsWith(".") ? problem : problem + ".");
    }
  }
}
