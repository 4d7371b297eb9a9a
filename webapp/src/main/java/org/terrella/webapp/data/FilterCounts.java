package org.terrella.webapp.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.terrella.document.Layer;
import org.terrella.interop.browser.Promises;
import org.terrella.workbench.Tasks;
import org.terrella.workbench.engine.PainterClient;

/** How many features pass the filters of layers. The painter counts them: it has the columns. */
public final class FilterCounts {
  private final PainterClient painter;
  private final Map<String, Count> counts = new HashMap<>();
  private final List<Runnable> listeners = new ArrayList<>();

  /** A count, once it has come; negative until then. */
  private record Count(String filter, int passing) {}

  public FilterCounts(PainterClient painter) {
    this.painter = painter;
  }

  /** Hears that a count has come. */
  public void listen(Runnable listener) {
    listeners.add(listener);
  }

  /** The features of a layer that pass; empty while that is not known. */
  public OptionalInt of(Layer layer) {
    Count count = counts.get(layer.id());
    return count == null || count.passing() < 0 || layer.filters().isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(count.passing());
  }

  /**
   * Has the features of a layer counted, after the painter was told which columns to show.
   *
   * @param filter the expression of its filters; empty for all features
   */
  public void count(Layer layer, String filter) {
    if (filter.isEmpty()) {
      counts.remove(layer.id());
      return;
    }
    Count asked = new Count(filter, -1);
    counts.put(layer.id(), asked);
    Tasks.start(
        () -> {
          int passing =
              PainterClient.countOf(Promises.await(painter.count(layer.source(), filter)));
          if (counts.get(layer.id()) == asked) {
            counts.put(layer.id(), new Count(filter, passing));
            listeners.forEach(Runnable::run);
          }
        },
        // A layer that cannot be read has no count; its own failure is told elsewhere.
        failure -> counts.remove(layer.id(), asked));
  }
}
