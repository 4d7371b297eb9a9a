package org.terrella.document;

import java.util.List;
import java.util.Objects;
import org.terrella.document.parameters.SourceParameters;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;

/**
 * Where a layer's data come from, over the JSON that stands for it in files and shared documents:
 * what this version does not know stays in it.
 *
 * @param json members {@code name} and {@code type}; perhaps {@code parameters}
 */
public record Source(String id, JsonObject json) {
  /**
   * Checks the members that this class reads.
   *
   * @throws TerrellaException invalid-argument when one has the wrong type
   */
  public Source {
    Objects.requireNonNull(id);
    json.string("name");
    json.string("type");
    json.optObject("parameters");
  }

  public Source(String id, String name, String type, JsonObject parameters) {
    this(id, name, type, parameters, JsonObject.of());
  }

  /** A source of its members; {@code rest} are those that this version does not know. */
  public Source(String id, String name, String type, JsonObject parameters, JsonObject rest) {
    this(id, rest.with("name", name).with("type", type).with("parameters", parameters));
  }

  public String name() {
    return json.string("name");
  }

  /**
   * jGIS source type, for example {@code GeoJSONSource}; types not known here are kept. {@code
   * FlatGeobufSource} and {@code OgrSource} are Terrella's own.
   */
  public String type() {
    return json.string("type");
  }

  public JsonObject parameters() {
    return json.optObject("parameters");
  }

  /**
   * The parameters by the source's type.
   *
   * @throws TerrellaException invalid-argument, naming the JSON path of what is wrong
   */
  public SourceParameters typed() {
    return SourceParameters.of(type(), parameters(), "$.sources." + id + ".parameters");
  }

  /** Members beside name, type and parameters. */
  public JsonObject rest() {
    return json.without("name").without("type").without("parameters");
  }

  public Source withParameters(JsonObject parameters) {
    return new Source(id, json.with("parameters", parameters));
  }

  /** This source with other parameters of its type. */
  public Source with(SourceParameters typed) {
    return withParameters(typed.toJson(parameters()));
  }

  /** The file or address of the data; empty when the source has none. */
  public String path() {
    for (String key : List.of("path", "url")) {
      if (parameters().members().get(key) instanceof JsonString path) {
        return path.value();
      }
    }
    return "";
  }
}
