package org.terrella.webapp.panel;

import java.util.List;
import org.terrella.document.Layer;
import org.terrella.document.Section;
import org.terrella.document.symbology.Legend;
import org.terrella.document.symbology.Symbology;
import org.terrella.webapp.App;
import org.terrella.webapp.data.LayerSupport;
import org.terrella.workbench.ui.El;
import org.terrella.workbench.ui.Icon;

/** The legend over the map: what colours and sizes of the visible layers mean. */
public final class LegendCard {
  private final App app;
  private final El list = El.div("legend-list");
  private final El card;
  private boolean open = !Shell.isNarrow();

  public LegendCard(App app) {
    this.app = app;
    El toggle =
        El.of("button", "legend-toggle")
            .attr("type", "button")
            .add(Icon.LEGEND.element())
            .add(El.of("span", "").text("Legend"));
    toggle.onClick(
        () -> {
          open = !open;
          show(toggle);
        });
    card = El.of("aside", "card legend").attr("aria-label", "Legend").add(toggle, list);
    show(toggle);
    app.store.listenTo(List.of(Section.LAYERS), this::draw);
    app.tables.listen(source -> draw());
    app.services.listen(this::draw);
  }

  public El element() {
    return card;
  }

  private void show(El toggle) {
    list.flag("hidden", !open);
    toggle.attr("aria-expanded", open ? "true" : "false");
  }

  private void draw() {
    list.clear();
    List<Layer> order = app.store.document().drawingOrder();
    boolean any = false;
    for (int i = order.size() - 1; i >= 0; i--) {
      Layer layer = order.get(i);
      if (app.store.document().isShown(layer.id()) && app.services.raster(layer).has("bands")) {
        any = true;
        list.add(ramp(layer));
        continue;
      }
      String geometryType = LayerSupport.geometryType(app, layer);
      if (!app.store.document().isShown(layer.id()) || geometryType.isEmpty()) {
        continue;
      }
      any = true;
      El group = entry(layer, geometryType);
      if (!layer.filters().isEmpty()) {
        group.add(El.div("legend-field").text("filtered"));
      }
      list.add(group);
    }
    card.flag("hidden", !any);
  }

  /** A raster's name, and its least and greatest shown value at the ends of a ramp of grey. */
  private El ramp(Layer layer) {
    El group = El.div("legend-group").add(El.div("legend-title").text(layer.name()));
    List<Legend.Entry> ends = app.services.legend(layer);
    if (ends.size() == 2) {
      group.add(
          El.div("legend-ramp").attr("aria-hidden", "true"),
          El.div("legend-ends")
              .add(
                  El.of("span", "").text(ends.get(0).label()),
                  El.of("span", "").text(ends.get(1).label())));
    }
    return group;
  }

  private static El entry(Layer layer, String geometryType) {
    Legend legend = Legend.of(Symbology.of(layer), layer.name());
    El group = El.div("legend-group");
    if (legend.entries().size() > 1 || !legend.heading().isEmpty()) {
      group.add(
          El.div("legend-title").text(layer.name()), El.div("legend-field").text(legend.heading()));
    }
    for (Legend.Entry line : legend.entries()) {
      group.add(
          El.div("legend-entry")
              .add(Swatch.of(line, geometryType))
              .add(El.of("span", "").text(line.label())));
    }
    return group;
  }
}
