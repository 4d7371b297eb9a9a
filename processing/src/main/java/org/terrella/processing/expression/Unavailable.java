package org.terrella.processing.expression;

/** Why functions that QGIS has are not here. */
final class Unavailable {
  private Unavailable() {}

  /** The reason, which completes a sentence that begins with the name; empty for unknown names. */
  static String reason(String name) {
    if (name.startsWith("overlay_")) {
      return "needs other layers, which expressions cannot reach yet";
    }
    return switch (name) {
      case "now", "rand", "randf", "uuid" ->
          "gives another answer each time, so that results could not be computed again";
      case "relation_aggregate", "layer_property", "decode_uri", "is_layer_visible" ->
          "needs other layers, which expressions cannot reach yet";
      case "transform" -> "needs a projection engine, which is not available yet";
      case "raster_statistic", "raster_value" -> "needs rasters, which expressions cannot read";
      case "item_variables", "map_credits" -> "needs a print layout";
      case "parameter" -> "needs a running model";
      case "current_value", "current_parent_value" -> "needs a form";
      case "file_exists", "is_file", "is_directory", "file_size", "exif", "exif_geotag" ->
          "needs the files of a computer, which a page cannot see";
      case "env" -> "needs variables of the operating system, which a page cannot see";
      case "sqlite_fetch_and_increment" -> "would change a database";
      case "is_selected", "num_selected" ->
          "depends on what is selected, so that results could not be computed again";
      case "maptip", "display_expression", "represent_value" ->
          "needs the settings of a layer, which expressions cannot reach yet";
      case "$scale" -> "depends on the map that is shown";
      case "project_color" -> "needs colours of a project, which documents do not have";
      case "geom_from_gml" -> "is not available yet; use geom_from_wkt";
      default -> "";
    };
  }
}
