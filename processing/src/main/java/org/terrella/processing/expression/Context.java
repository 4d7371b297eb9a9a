package org.terrella.processing.expression;

import java.util.ArrayList;
import java.util.List;
import org.terrella.json.JsonObject;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.geometry.Ellipsoid;
import org.terrella.processing.projection.Definitions;

/**
 * What an expression may know beside the rows of its table.
 *
 * @param ellipsoid that {@code $area}, {@code $length} and {@code $perimeter} are measured on
 * @param variables values of variables, by their names without {@code @}
 * @param firstRow the number of the table's first row, from 0, where it is part of a larger one
 * @param definitions the PROJ strings of the systems that are named
 * @param layers other layers
 */
public record Context(
    Ellipsoid ellipsoid,
    JsonObject variables,
    int firstRow,
    Definitions definitions,
    Layers layers) {
  /** WGS 84, without variables and other layers. */
  public static final Context DEFAULT = of(Definitions.NONE, Layers.NONE);

  /** WGS 84, without variables. */
  public static Context of(Definitions definitions, Layers layers) {
    return new Context(Ellipsoid.WGS84, JsonObject.of(), 0, definitions, layers);
  }

  /** The same for a table that begins at another row. */
  public Context at(int row) {
    return new Context(ellipsoid, variables, row, definitions, layers);
  }

  /** The value of a variable; null where there is none of that name. */
  Value variable(String name, FeatureTable table) {
    if (variables.has(name)) {
      return ValueJson.value(variables.get(name));
    }
    Crs crs = table.crs();
    return switch (name) {
      case "layer", "layer_name" -> Value.of(table.name());
      case "layer_crs" -> Value.of(crs.id());
      case "layer_feature_count" -> Value.of(table.size());
      default -> null;
    };
  }

  /** The names of all variables. */
  List<String> names() {
    List<String> names = new ArrayList<>(variables.keys());
    names.addAll(List.of("layer", "layer_name", "layer_crs", "layer_feature_count"));
    return names;
  }
}
