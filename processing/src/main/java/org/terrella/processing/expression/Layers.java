package org.terrella.processing.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.terrella.processing.feature.FeatureTable;

/** The layers that an expression can look at beside its own rows. */
public final class Layers {
  /** None but the expression's own. */
  public static final Layers NONE = new Layers(List.of());

  private final List<NamedLayer> layers;

  private Layers(List<NamedLayer> layers) {
    this.layers = layers;
  }

  /** Those among the inputs of a computation, see {@link LayerInputs}; their names are tables'. */
  public static Layers of(Map<String, List<FeatureTable>> inputs) {
    List<NamedLayer> layers = new ArrayList<>();
    for (Map.Entry<String, List<FeatureTable>> input : inputs.entrySet()) {
      String name = input.getKey();
      if (LayerInputs.isOne(name)) {
        layers.add(
            new NamedLayer(LayerInputs.id(name), input.getValue().get(0), LayerInputs.isOwn(name)));
      }
    }
    return layers.isEmpty() ? NONE : new Layers(layers);
  }

  /** The layer of that id, or else the first of that name; null when there is none. */
  NamedLayer find(String text) {
    NamedLayer named = null;
    for (NamedLayer layer : layers) {
      if (layer.id().equals(text)) {
        return layer;
      } else if (named == null && layer.table().name().equals(text)) {
        named = layer;
      }
    }
    return named;
  }
}
