package org.terrella.webapp.processing;

import java.util.ArrayList;
import java.util.List;
import org.terrella.document.Edit;
import org.terrella.document.model.AlgorithmCatalog;
import org.terrella.document.model.FlatModel;
import org.terrella.document.model.Model;
import org.terrella.document.model.ModelCheck;
import org.terrella.document.model.ModelDraft;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;
import org.terrella.webapp.App;
import org.terrella.webapp.data.AddLayers;

/** The algorithms of the engine, and the models that the document adds to them. */
public final class Models {
  private final App app;
  private final List<Runnable> listeners = new ArrayList<>();
  private AlgorithmCatalog algorithms;
  private JsonValue told = JsonNull.NULL;

  public Models(App app) {
    this.app = app;
    app.store.listen((before, after) -> changed());
  }

  /** Calls {@code listener} whenever the models of the map are others. */
  public void listen(Runnable listener) {
    listeners.add(listener);
  }

  private void changed() {
    JsonValue now = app.store.document().metadata().opt(Model.KEY, JsonNull.NULL);
    if (now != told) {
      told = now;
      for (Runnable listener : listeners) {
        listener.run();
      }
    }
  }

  /** The algorithms of the engine; waits. */
  public AlgorithmCatalog algorithms() {
    if (algorithms == null) {
      algorithms =
          new AlgorithmCatalog(
              app.engine
                  .request("algorithms", JsonObject.of())
                  .header()
                  .array("algorithms")
                  .objects());
    }
    return algorithms;
  }

  /** The models of the map. */
  public List<Model> all() {
    return Model.all(app.store.document().metadata());
  }

  /** The algorithms, and as such the models in which nothing is wrong; waits. */
  public AlgorithmCatalog catalog() {
    return algorithms().with(all());
  }

  /** The model that an algorithm's id names, with the steps of models that are steps of it. */
  public JsonObject flat(String algorithm, AlgorithmCatalog catalog) {
    JsonObject model = json(algorithm);
    ModelCheck.demand(Model.of(model), catalog);
    return FlatModel.of(model, this::json);
  }

  /** The model with an id, or with that id as an algorithm, as JSON. */
  public JsonObject json(String id) {
    JsonArray list = app.store.document().metadata().optArray(Model.KEY);
    for (Model model : all()) {
      if (model.id().equals(id) || model.algorithm().equals(id)) {
        for (JsonValue each : list) {
          if (isCalled(each, model.id())) {
            return (JsonObject) each;
          }
        }
      }
    }
    throw TerrellaException.notFound("The map has no model \"" + id + "\".");
  }

  /**
   * Adds a model, or puts it in the place of the one with its id. Models that have it as a step
   * follow when it gets another name.
   *
   * @return its id
   */
  public String save(JsonObject given, AlgorithmCatalog known) {
    JsonObject json =
        given.optString("id", "").isEmpty() ? given.with("id", AddLayers.newId()) : given;
    Model model = Model.of(json);
    ModelCheck.demand(model, known);
    JsonArray list = JsonArray.of();
    boolean there = false;
    String before = model.algorithm();
    for (Model other : all()) {
      before = other.id().equals(model.id()) ? other.algorithm() : before;
    }
    for (JsonValue each : app.store.document().metadata().optArray(Model.KEY)) {
      boolean same = isCalled(each, model.id());
      there |= same;
      list = list.with(same ? json : renamed(each, before, model.algorithm()));
    }
    for (Model other : all()) {
      if (!other.id().equals(model.id()) && other.algorithm().equals(model.algorithm())) {
        throw TerrellaException.invalid(
            "The map already has a model that is called \"" + other.name() + "\".");
      }
    }
    set(there ? list : list.with(json), (there ? "Change model " : "Add model ") + model.name());
    return model.id();
  }

  private static JsonValue renamed(JsonValue model, String before, String now) {
    return model instanceof JsonObject json && !before.equals(now)
        ? ModelDraft.with(
            json, "steps", "algorithm", before, JsonObject.of().with("algorithm", now))
        : model;
  }

  private static boolean isCalled(JsonValue model, String id) {
    return model instanceof JsonObject json
        && json.opt("id", JsonNull.NULL) instanceof JsonString own
        && own.value().equals(id);
  }

  /** Takes a model out of the map. */
  public void remove(String id) {
    JsonObject gone = json(id);
    JsonArray list = JsonArray.of();
    for (JsonValue each : app.store.document().metadata().optArray(Model.KEY)) {
      list = each == gone ? list : list.with(each);
    }
    set(list, "Remove model " + gone.optString("name", ""));
  }

  private void set(JsonArray list, String label) {
    app.store.apply(new Edit.SetMetadata(Model.KEY, list, label));
  }
}
