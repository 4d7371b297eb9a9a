package org.terrella.processing.expression;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.terrella.processing.feature.FeatureTable;

/**
 * How layers that expressions name stand among the inputs of a computation: under {@code @} and
 * their id, or {@code @@} where the layer is that of the expression itself.
 */
public final class LayerInputs {
  private static final String OTHER = "@";
  private static final String OWN = "@@";

  private LayerInputs() {}

  /** Whether an input is a layer that expressions name. */
  public static boolean isOne(String name) {
    return name.startsWith(OTHER);
  }

  static boolean isOwn(String name) {
    return name.startsWith(OWN);
  }

  static String id(String name) {
    return name.substring(isOwn(name) ? OWN.length() : OTHER.length());
  }

  /** The inputs, those with the same features as a table marked as its own layer. */
  public static Map<String, List<FeatureTable>> marked(
      Map<String, List<FeatureTable>> inputs, FeatureTable own) {
    Map<String, List<FeatureTable>> marked = new LinkedHashMap<>();
    for (String name : inputs.keySet()) {
      boolean same = isOne(name) && inputs.get(name).get(0).geometry() == own.geometry();
      marked.put(same ? "@" + name : name, inputs.get(name));
    }
    return marked;
  }
}
