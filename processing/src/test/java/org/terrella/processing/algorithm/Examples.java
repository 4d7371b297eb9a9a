package org.terrella.processing.algorithm;

import java.util.Map;

/** Parameters with which algorithms that need some can be run, as JSON with single quotes. */
final class Examples {
  private static final Map<String, String> NEEDED =
      Map.of(
          "native:transect", "{'SIDE': 2}",
          "native:renametablefield", "{'FIELD': 'class', 'NEW_NAME': 'kind'}");

  private Examples() {}

  static String parameters(Algorithm algorithm) {
    return NEEDED.getOrDefault(algorithm.description().id(), "{}");
  }
}
