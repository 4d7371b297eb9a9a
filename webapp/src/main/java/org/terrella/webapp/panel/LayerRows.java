package org.terrella.webapp.panel;

import java.util.OptionalInt;
import org.terrella.document.Layer;
import org.terrella.document.MapDocument;
import org.terrella.document.Source;
import org.terrella.document.parameters.SourceType;
import org.terrella.document.symbology.Legend;
import org.terrella.document.symbology.Symbology;
import org.terrella.webapp.App;
import org.terrella.webapp.data.LayerSupport;
import org.terrella.webapp.data.LayerTables;
import org.terrella.webapp.data.RemoteTables;
import org.terrella.workbench.ui.El;

/** What the layer list says of a layer: its state and its look. */
final class LayerRows {
  private final App app;

  LayerRows(App app) {
    this.app = app;
  }

  /** What of the layer's data its look depends on. */
  Object data(Layer layer) {
    return LayerSupport.geometryType(app, layer);
  }

  El swatch(MapDocument document, Layer layer) {
    String geometryType = LayerSupport.geometryType(app, layer);
    if (geometryType.isEmpty() || isUnsupported(document, layer)) {
      return El.of("span", "swatch");
    }
    Legend legend = Legend.of(Symbology.of(layer), "");
    return Swatch.of(legend.entries().get(legend.entries().size() / 2), geometryType);
  }

  /** Whether this version cannot draw the layer. */
  boolean isUnsupported(MapDocument document, Layer layer) {
    return !LayerSupport.objection(document, layer).isEmpty();
  }

  /** Whether the layer's source could not be read. */
  boolean isFailed(MapDocument document, Layer layer) {
    LayerTables.Table table = app.tables.of(layer);
    return table != null && table.failure() != null;
  }

  /** A line about the layer: how many features it has, or why it is not drawn. */
  String state(MapDocument document, Layer layer) {
    String objection = LayerSupport.objection(document, layer);
    if (!objection.isEmpty()) {
      return "Not drawn. " + objection;
    }
    if (!layer.type().equals(Layer.VECTOR)) {
      Source source = document.sourceOf(layer);
      return SourceType.of(source.type()).map(SourceType::label).orElse(source.type());
    }
    LayerTables.Table table = app.tables.of(layer);
    if (table == null || table.failure() == null && table.summary() == null) {
      return "loading…";
    }
    if (table.failure() != null) {
      return table.failure().getMessage();
    }
    RemoteTables.Remote remote = app.remote.of(layer.source()).orElse(null);
    if (remote != null) {
      return part(layer, remote);
    }
    int count = table.summary().integer("featureCount");
    String features = count + (count == 1 ? " feature" : " features");
    int selected = app.features.count(layer.id());
    String tail = selected == 0 ? "" : ", " + selected + " selected";
    if (layer.filters().isEmpty()) {
      return features + tail;
    }
    OptionalInt passing = app.filterCounts.of(layer);
    return passing.isPresent()
        ? passing.getAsInt() + " of " + features + tail
        : features + ", filtered" + tail;
  }

  /** A line about a large file of the web, of which a part is here. */
  private String part(Layer layer, RemoteTables.Remote remote) {
    int all = remote.featureCount();
    OptionalInt passing = app.filterCounts.of(layer);
    return switch (remote.state()) {
      case "fetching" -> "fetching… of " + all;
      case "too-much" -> "zoom in to see " + all;
      case "failed" -> "not fetched; " + all + " features";
      default ->
          remote.features()
              + " here of "
              + all
              + (passing.isPresent() ? ", " + passing.getAsInt() + " shown" : "");
    };
  }
}
