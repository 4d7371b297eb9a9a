package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.List;

/** Other names of algorithms: those of JupyterGIS's tools on vector layers. */
final class AlgorithmAliases {
  private static final String[][] NAMES = {
    {"jupytergis:boundingBoxes", "native:boundingboxes"},
    {"jupytergis:buffer", "native:buffer"},
    {"jupytergis:centroids", "native:centroids"},
    {"jupytergis:clipVectorByMaskLayer", "native:clip"},
    {"jupytergis:concaveHull", "qgis:concavehull"},
    {"jupytergis:convexHull", "native:convexhull"},
    {"jupytergis:dissolve", "native:dissolve"}
  };

  private AlgorithmAliases() {}

  /** The id that a name stands for; any other name is an id already. */
  static String id(String name) {
    for (String[] pair : NAMES) {
      if (pair[0].equals(name)) {
        return pair[1];
      }
    }
    return name;
  }

  /** The other names of an id. */
  static List<String> of(String id) {
    List<String> names = new ArrayList<>();
    for (String[] pair : NAMES) {
      if (pair[1].equals(id)) {
        names.add(pair[0]);
      }
    }
    return names;
  }
}
