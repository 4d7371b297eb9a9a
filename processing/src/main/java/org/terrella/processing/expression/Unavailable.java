package org.terrella.processing.expression;

import java.util.Map;
import java.util.TreeMap;

/** Why functions that QGIS has are not here. */
final class Unavailable {
  private static final Map<String, String> REASONS = new TreeMap<>();

  static {
    add("needs relations between layers, which documents do not have", "relation_aggregate");
    add("needs the addresses of layers, which the engine does not know", "decode_uri");
    add(
        "depends on the layers that are shown, so that results could not be computed again",
        "is_layer_visible");
    add("gives another answer each time, so that results could not be computed again", "now uuid");
    add("needs rasters, which expressions cannot read", "raster_statistic raster_value");
    add("needs a print layout", "item_variables map_credits");
    add("needs a running model", "parameter");
    add("needs a form", "current_value current_parent_value");
    add(
        "needs the files of a computer, which a page cannot see",
        "exif exif_geotag file_exists file_size is_directory is_file");
    add("needs variables of the operating system, which a page cannot see", "env");
    add("would change a database", "sqlite_fetch_and_increment");
    add(
        "depends on what is selected, so that results could not be computed again",
        "is_selected num_selected");
    add(
        "needs the settings of a layer, which expressions cannot reach yet",
        "display_expression maptip represent_value");
    add("depends on the map that is shown", "$scale");
    add("needs colours of a project, which documents do not have", "project_color");
  }

  private Unavailable() {}

  /**
   * @param names separated by blanks
   */
  private static void add(String reason, String names) {
    int start = 0;
    while (start < names.length()) {
      int end = names.indexOf(' ', start);
      end = end < 0 ? names.length() : end;
      REASONS.put(names.substring(start, end), reason);
      start = end + 1;
    }
  }

  /** The reason, which completes a sentence that begins with the name; empty for unknown names. */
  static String reason(String name) {
    return REASONS.getOrDefault(name, "");
  }

  /** All reasons by the names of functions, which ascend. */
  static Map<String, String> reasons() {
    return REASONS;
  }
}
