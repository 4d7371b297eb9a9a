package org.terrella.processing.expression;

import org.locationtech.jts.geom.Geometry;
import org.terrella.json.JsonObject;

/** A value for people who write an expression. */
public final class Preview {
  private static final int MOST_CHARACTERS = 300;
  private static final int PLACES = 6;

  private Preview() {}

  /**
   * {@code {value, text, type}}: JSON, left out where it would be long; text of at most {@value
   * #MOST_CHARACTERS} characters; the kind in words.
   */
  public static JsonObject of(Value value) {
    String text =
        switch (value.kind()) {
          case GEOMETRY -> GeometryText.wkt(value.geometry(), PLACES);
          case TEXT -> "'" + value.text() + "'";
          case NULL -> "NULL";
          default -> value.text();
        };
    boolean whole = text.length() <= MOST_CHARACTERS;
    JsonObject json =
        JsonObject.of()
            .with("text", whole ? text : text.substring(0, MOST_CHARACTERS) + "…")
            .with("type", type(value));
    return whole ? json.with("value", ValueJson.json(value)) : json;
  }

  private static String type(Value value) {
    if (value.kind() == Value.Kind.GEOMETRY) {
      Geometry geometry = value.geometry();
      return geometry.getGeometryType() + ", " + geometry.getNumPoints() + " vertices";
    }
    return value.kind() == Value.Kind.NULL ? "no value" : value.kind().phrase();
  }
}
