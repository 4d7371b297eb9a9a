package org.terrella.document.symbology;

import org.terrella.document.member.Members;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonObject;

/** What is done with points before they are drawn. */
public sealed interface Preprocess {
  /**
   * Kernel density; rules see it as the field {@code $density}.
   *
   * @param radius of a point's kernel, in pixels, as is the blur around it
   * @param weightField field that says how much a point counts; empty for all alike
   */
  record Density(double radius, double blur, String weightField) implements Preprocess {}

  /** Points that lie closer than a radius in pixels become one. */
  record Cluster(double radius) implements Preprocess {}

  /** A step that this version does not know. */
  record Unsupported(JsonObject json) implements Preprocess {}

  /** The step that jGIS wrote; what cannot be used comes back as {@link Unsupported}. */
  static Preprocess of(JsonObject json) {
    Members in = new Members(json, "$");
    try {
      return switch (in.text("type")) {
        case "kde" ->
            new Density(in.number("radius"), in.number("blur", 0), in.text("weightField", ""));
        case "cluster" -> new Cluster(in.number("radius"));
        default -> new Unsupported(json);
      };
    } catch (TerrellaException wrong) {
      return new Unsupported(json);
    }
  }
}
