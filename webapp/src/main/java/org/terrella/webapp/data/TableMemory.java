package org.terrella.webapp.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.teavm.jso.JSBody;
import org.terrella.document.Layer;
import org.terrella.document.MapDocument;
import org.terrella.document.Source;
import org.terrella.json.JsonObject;

/**
 * How much memory tables take, by estimate, and which can be spared: those of hidden layers whose
 * files are at hand.
 */
final class TableMemory {
  private static final double MEGABYTE = 1e6;

  private final MapDocument document;
  private final Map<String, Double> sizes = new HashMap<>();

  TableMemory(MapDocument document) {
    this.document = document;
  }

  /** Counts a table that the engine holds, by its summary. */
  void add(String source, JsonObject summary) {
    // Coordinates and offsets; values of fields, some of them text.
    double geometry = 24.0 * summary.integer("vertexCount");
    double row = 16 + 12.0 * summary.array("fields").size();
    sizes.put(source, geometry + row * summary.integer("featureCount"));
  }

  /** The tables to let go, the largest first; none while all have room. */
  List<String> dispensable() {
    double total = 0;
    for (double size : sizes.values()) {
      total += size;
    }
    List<String> candidates = new ArrayList<>(sizes.keySet());
    candidates.removeIf(this::isNeeded);
    candidates.sort((one, other) -> Double.compare(sizes.get(other), sizes.get(one)));
    List<String> dispensable = new ArrayList<>();
    for (String source : candidates) {
      if (total > limit() * MEGABYTE) {
        dispensable.add(source);
        total -= sizes.get(source);
      }
    }
    return dispensable;
  }

  private boolean isNeeded(String id) {
    Source source = document.sources().get(id);
    if (source == null || source.path().contains("://")) {
      return true;
    }
    for (Layer layer : document.layers().values()) {
      if (layer.source().equals(id) && document.isShown(layer.id())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Megabytes that tables may take: {@code ?memory=}, or as much as leaves a browser's tab alive.
   */
  @JSBody(
      script =
          "const asked = Number(new URLSearchParams(location.search).get('memory'));"
              + "return asked > 0 ? asked : 1200;")
  private static native double limit();
}
