package org.terrella.webapp.data;

import java.util.ArrayList;
import java.util.List;
import org.terrella.json.JsonObject;

/** Questions that come up while a file is added: put to a person, or answered for a script. */
public interface Choices {
  /** Which of a file's layers to add. */
  List<String> layers(String file, List<JsonObject> layers);

  /** Which of the variables of a NetCDF file to add. */
  default List<String> variables(String file, List<JsonObject> variables) {
    return layers(file, variables);
  }

  /**
   * Which slice of a variable's axes other than x and y to show.
   *
   * @param dimensions {@code {name, size, unit?, labels?}} of each, at least one longer than one
   * @return the number of the slice from 0 on, counted along the last axis first
   */
  default int step(String variable, List<JsonObject> dimensions) {
    return 0;
  }

  /** The CRS of a file that names none; the guess is the likely one. */
  String crs(String file, String guess);

  /**
   * What a script gets when it does not say more: all layers, the first variable, and the guess.
   */
  static Choices automatic() {
    return automatic(0);
  }

  /** The same, with a slice of variables that have more than one. */
  static Choices automatic(int step) {
    return new Choices() {
      @Override
      public int step(String variable, List<JsonObject> dimensions) {
        return step;
      }

      @Override
      public List<String> layers(String file, List<JsonObject> layers) {
        List<String> names = new ArrayList<>();
        for (JsonObject layer : layers) {
          names.add(layer.string("name"));
        }
        return names;
      }

      @Override
      public List<String> variables(String file, List<JsonObject> variables) {
        return List.of(variables.get(0).string("name"));
      }

      @Override
      public String crs(String file, String guess) {
        return guess;
      }
    };
  }
}
