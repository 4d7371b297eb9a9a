package org.terrella.webapp.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.terrella.document.Layer;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.expression.Mentions;
import org.terrella.workbench.command.Execution;

/**
 * Expressions that filter layers. The engine evaluates one for all features of a table and keeps
 * what it gives, until these features, or those of a layer that it names, are others.
 */
public final class FilterExpressions {
  private final App app;
  private final Map<String, Map<String, Evaluation>> evaluations = new HashMap<>();

  public FilterExpressions(App app) {
    this.app = app;
  }

  /** One expression evaluated; the summaries tell which features it saw. */
  private static final class Evaluation {
    private final Map<String, JsonObject> seen = new HashMap<>();
    private boolean done;
    private TerrellaException failure;
  }

  /** The filters of a layer for the engine, once their expression was evaluated; waits. */
  public JsonObject of(Layer layer, Execution execution) {
    String text = layer.filters().expression();
    if (!text.isEmpty()) {
      Evaluation evaluation = evaluation(layer, execution);
      while (!evaluation.done) {
        LayerTables.pause();
      }
      if (evaluation.failure != null) {
        throw evaluation.failure;
      }
    }
    return layer.filters().toJson(JsonObject.of());
  }

  /** The expressions of all layers with a source. */
  Set<String> texts(String source) {
    Set<String> texts = new TreeSet<>();
    for (Layer layer : app.store.document().layers().values()) {
      if (layer.source().equals(source) && !layer.filters().expression().isEmpty()) {
        texts.add(layer.filters().expression());
      }
    }
    return texts;
  }

  /** Whether the expressions of a source's layers were evaluated, or are being so. */
  public boolean areKnown(String source) {
    for (String text : texts(source)) {
      if (!isKnown(source, text)) {
        return false;
      }
    }
    return true;
  }

  /** Evaluates the expressions of a source's layers and tells what fails; waits. */
  void evaluate(String source) {
    for (Layer layer : List.copyOf(app.store.document().layers().values())) {
      boolean known = isKnown(source, layer.filters().expression());
      if (layer.source().equals(source)) {
        try {
          of(layer, new Execution());
        } catch (TerrellaException failure) {
          if (!known) {
            app.messages.error(
                "The filter of \"" + layer.name() + "\" shows nothing. " + failure.getMessage(),
                failure.code());
          }
        }
      }
    }
  }

  private boolean isKnown(String source, String text) {
    Evaluation evaluation = evaluations.getOrDefault(source, Map.of()).get(text);
    if (evaluation == null) {
      return false;
    }
    for (Map.Entry<String, JsonObject> seen : evaluation.seen.entrySet()) {
      if (app.tables.summary(seen.getKey()) != seen.getValue()) {
        return false;
      }
    }
    return true;
  }

  private Evaluation evaluation(Layer layer, Execution execution) {
    String text = layer.filters().expression();
    Map<String, Evaluation> known =
        evaluations.computeIfAbsent(layer.source(), any -> new HashMap<>());
    if (isKnown(layer.source(), text)) {
      return known.get(text);
    }
    Evaluation evaluation = new Evaluation();
    evaluation.seen.put(layer.source(), app.tables.ready(layer).summary());
    Set<String> used = texts(layer.source());
    known.entrySet().removeIf(old -> old.getValue().done && !used.contains(old.getKey()));
    known.put(text, evaluation);
    try {
      JsonObject request =
          JsonObject.of()
              .with("table", layer.source())
              .with("expression", text)
              .with("others", JsonArray.ofStrings(new ArrayList<>(known.keySet())));
      // Layers that are named count with all their features: filters could name each other.
      request = Mentions.unfiltered(app, request, text, layer, execution);
      for (JsonObject input : request.optArray("inputs").objects()) {
        String source = input.string("table");
        evaluation.seen.put(source, app.tables.summary(source));
      }
      app.engine.request("filter", request, execution);
    } catch (TerrellaException failure) {
      evaluation.failure = failure;
    }
    evaluation.done = true;
    return evaluation;
  }
}
