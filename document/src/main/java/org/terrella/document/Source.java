package org.terrella.document;

import java.util.List;
import java.util.Objects;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;

/**
 * Where a layer's data come from.
 *
 * @param type jGIS source type, for example {@code GeoJSONSource}; {@code FlatGeobufSource} is
 *     Terrella's own
 * @param rest members that this version does not know, kept as they were
 */
public record Source(String id, String name, String type, JsonObject parameters, JsonObject rest) {
  public Source {
    Objects.requireNonNull(id);
    Objects.requireNonNull(name);
    Objects.requireNonNull(type);
    Objects.requireNonNull(parameters);
    Objects.requireNonNull(rest);
  }

  public Source(String id, String name, String type, JsonObject parameters) {
    this(id, name, type, parameters, JsonObject.of());
  }

  /** The file or address of the data; empty when the source has none. */
  public String path() {
    for (String key : List.of("path", "url")) {
      if (parameters.members().get(key) instanceof JsonString path) {
        return path.value();
      }
    }
    return "";
  }
}
