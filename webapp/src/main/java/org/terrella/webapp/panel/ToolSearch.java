package org.terrella.webapp.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.terrella.json.JsonObject;
import org.terrella.webapp.Words;

/** Finds algorithms by words: those whose names have them come before all others. */
final class ToolSearch {
  private static final int NOT_THERE = 99;

  private ToolSearch() {}

  /** The algorithms that have all words somewhere, the best first. */
  static List<JsonObject> find(List<JsonObject> algorithms, String query) {
    List<String> words = Words.of(query);
    List<JsonObject> found = new ArrayList<>();
    List<Integer> ranks = new ArrayList<>();
    for (JsonObject algorithm : algorithms) {
      int rank = rank(algorithm, words);
      if (rank < NOT_THERE) {
        int at = found.size();
        while (at > 0 && ranks.get(at - 1) > rank) {
          at--;
        }
        found.add(at, algorithm);
        ranks.add(at, rank);
      }
    }
    return found;
  }

  private static int rank(JsonObject algorithm, List<String> words) {
    String name = Words.lower(algorithm.string("name"));
    String id = algorithm.string("id");
    String keywords = algorithm.optString("keywords", "");
    String rest =
        Words.lower(algorithm.optString("help", ""))
            + " "
            + Words.lower(groupName(algorithm.string("group")));
    int sum = 0;
    for (String word : words) {
      sum += rank(word, name, id, keywords, rest);
    }
    return sum;
  }

  /** Beginnings of words count before what stands in the middle of them. */
  private static int rank(String word, String name, String id, String keywords, String rest) {
    if (begins(name, word)) {
      return name.startsWith(word) ? 0 : 1;
    }
    if (id.startsWith(word) || id.contains(":" + word)) {
      return 2;
    }
    if (begins(keywords, word)) {
      return keywords.startsWith(word) ? 3 : 4;
    }
    return name.contains(word) || id.contains(word) ? 5 : rest.contains(word) ? 7 : NOT_THERE;
  }

  private static boolean begins(String text, String word) {
    return text.startsWith(word) || text.contains(" " + word);
  }

  /** A group of QGIS as people read it. */
  static String groupName(String group) {
    return switch (group) {
      case "3dtiles" -> "3D tiles";
      case "filetools" -> "File tools";
      case "gps" -> "GPS";
      case "layertools" -> "Layer tools";
      case "modelertools" -> "Modeler tools";
      case "networkanalysis" -> "Network analysis";
      case "pointclouds" -> "Point clouds";
      case "vectortiles" -> "Vector tiles";
      default -> {
        String kind =
            group.startsWith("vector") ? "Vector" : group.startsWith("raster") ? "Raster" : "";
        if (kind.isEmpty() || group.length() == kind.length()) {
          yield group.isEmpty()
              ? "Other"
              : group.substring(0, 1).toUpperCase(Locale.ROOT) + group.substring(1);
        }
        String rest = group.substring(kind.length());
        yield kind + " " + (rest.equals("terrainanalysis") ? "terrain analysis" : rest);
      }
    };
  }
}
