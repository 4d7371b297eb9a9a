package org.terrella.webapp.panel;

import java.util.HashMap;
import java.util.Map;
import org.terrella.json.Json;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.workbench.Tasks;
import org.terrella.workbench.ui.El;

/** What an algorithm does to a small layer: the engine runs it, and what comes out is drawn. */
final class SampleView {
  private final App app;
  private final Map<String, String> known = new HashMap<>();

  SampleView(App app) {
    this.app = app;
  }

  /** A place for the pictures, which come later; it stays hidden where there is nothing to see. */
  El of(String id) {
    El figure = El.of("figure", "sample").flag("hidden", true);
    Tasks.start(
        () -> {
          if (!known.containsKey(id)) {
            JsonObject request = JsonObject.of().with("algorithm", id);
            known.put(id, Json.write(app.engine.request("sample", request).header()));
          }
          app.expressions.tools().drawSample(figure.node(), known.get(id));
        },
        // A form does without its picture.
        failure -> figure.clear());
    return figure;
  }
}
