package org.terrella.webapp.panel;

import java.util.HashMap;
import java.util.Map;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLElement;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;
import org.terrella.webapp.App;
import org.terrella.workbench.Tasks;
import org.terrella.workbench.ui.El;
import org.terrella.workbench.ui.Icon;

/** What an algorithm does to a small layer: the engine runs it, and what comes out is drawn. */
final class SampleView {
  private final App app;
  private final Map<String, JsonObject> known = new HashMap<>();

  SampleView(App app) {
    this.app = app;
  }

  /** A place for the pictures, which come later; it stays empty where there is nothing to see. */
  El of(String id) {
    El figure = El.of("figure", "sample").flag("hidden", true);
    Tasks.start(
        () -> {
          if (!known.containsKey(id)) {
            JsonObject request = JsonObject.of().with("algorithm", id);
            known.put(id, app.engine.request("sample", request).header());
          }
          fill(figure, known.get(id));
        },
        // A form does without its picture.
        failure -> figure.clear());
    return figure;
  }

  private static void fill(El figure, JsonObject sample) {
    El before = picture(sample, "before", false);
    El after = picture(sample, "after", true);
    JsonArray tables = sample.optArray("tables");
    before = before == null && tables.size() > 1 ? table(tables.object(0)) : before;
    after = after == null && tables.size() > 1 ? table(tables.object(1)) : after;
    if (after == null && sample.has("values")) {
      after = values(sample.object("values"));
    }
    if (after == null) {
      return;
    }
    boolean tall = sample.has("tables") || sample.has("values");
    figure.toggle("sample-tall", tall).attr("aria-label", "Before and after");
    if (before != null) {
      figure.add(before, El.div("sample-arrow").add(Icon.FOLD.element()));
    }
    figure.add(after).flag("hidden", false);
  }

  private static El picture(JsonObject sample, String name, boolean result) {
    JsonObject paths = sample.optObject(name);
    if (paths.isEmpty()) {
      return null;
    }
    HTMLElement picture =
        svg(sample.integer("width"), sample.integer("height"), result ? "Result" : "Input");
    draw(picture, "sample-before", result ? sample.object("before") : paths);
    if (!result) {
      draw(picture, "sample-other", sample.optObject("other"));
    } else {
      draw(picture, "sample-after", paths);
    }
    return El.div("sample-picture").add(picture);
  }

  private static void draw(HTMLElement picture, String look, JsonObject paths) {
    for (String kind : paths.keys()) {
      path(picture, look + " sample-" + kind, paths.string(kind));
    }
  }

  private static El table(JsonObject table) {
    if (table.isEmpty()) {
      return null;
    }
    El head = El.of("tr", "");
    for (String field : table.array("fields").strings()) {
      head.add(El.of("th", "").text(field));
    }
    El rows = El.of("table", "sample-table").add(head);
    for (JsonValue row : table.array("rows")) {
      El line = El.of("tr", "");
      for (JsonValue value : (JsonArray) row) {
        line.add(El.of("td", value == JsonNull.NULL ? "null" : "").text(text(value)));
      }
      rows.add(line);
    }
    int more = table.integer("count") - table.array("rows").size();
    return El.div("sample-box")
        .add(rows, more > 0 ? El.of("p", "").text("and " + more + " more") : null);
  }

  private static El values(JsonObject values) {
    El rows = El.of("table", "sample-table");
    int count = 0;
    for (String name : values.keys()) {
      if (count++ < 6) {
        rows.add(
            El.of("tr", "")
                .add(El.of("th", "").text(name), El.of("td", "").text(text(values.get(name)))));
      }
    }
    return El.div("sample-box").add(rows);
  }

  private static String text(JsonValue value) {
    return value == JsonNull.NULL
        ? "NULL"
        : value instanceof JsonString text ? text.value() : value.toString();
  }

  @JSBody(
      params = {"width", "height", "label"},
      script =
          "const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');"
              + "svg.setAttribute('viewBox', '0 0 ' + width + ' ' + height);"
              + "svg.setAttribute('role', 'img');"
              + "svg.setAttribute('aria-label', label);"
              + "return svg;")
  private static native HTMLElement svg(int width, int height, String label);

  @JSBody(
      params = {"svg", "look", "data"},
      script =
          "const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');"
              + "path.setAttribute('class', look);"
              + "path.setAttribute('d', data);"
              + "svg.appendChild(path);")
  private static native void path(HTMLElement svg, String look, String data);
}
