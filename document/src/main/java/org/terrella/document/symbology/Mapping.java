package org.terrella.document.symbology;

import java.util.List;

/**
 * A scale and what it drives.
 *
 * @param field the attribute that is mapped; empty for constants
 * @param encodings visual variables, for example {@code fill-color} and {@code circle-radius}
 */
public record Mapping(String field, Scale scale, List<String> encodings) {
  public Mapping {
    encodings = List.copyOf(encodings);
  }
}
