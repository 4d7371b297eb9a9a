package org.terrella.document.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.terrella.document.member.Members;
import org.terrella.document.member.Overlay;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonBoolean;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonValue;

/**
 * A step of a story: a view of the map, what is said about it, and how layers look meanwhile.
 *
 * @param extent minX, minY, maxX, maxY in the map's CRS; empty when there is none
 */
public record StorySegment(
    double zoom,
    List<Double> extent,
    Content content,
    Transition transition,
    List<LayerOverride> overrides) {
  /** What is said. */
  public record Content(
      String mode,
      String alignment,
      String panelWidth,
      String image,
      String imageCaption,
      String markdown,
      JsonObject attachments) {
    /** Modes: the map is shown, or Markdown fills the view. */
    public static final List<String> MODES = List.of("map", "markdown");

    public static final List<String> ALIGNMENTS = List.of("start", "center", "end");
  }

  /**
   * How the map gets to the segment's view.
   *
   * @param type one of {@link #TYPES}
   * @param seconds how long it takes
   */
  public record Transition(String type, double seconds) {
    public static final List<String> TYPES = List.of("linear", "immediate", "smooth");
  }

  /**
   * How a layer looks while the segment is told.
   *
   * @param layer the layer's id
   * @param visible empty where the layer's own holds, as for the opacity
   * @param symbology empty where the layer's own holds, as for the source's parameters
   * @param base the JSON that it was read from
   */
  public record LayerOverride(
      String layer,
      Optional<Boolean> visible,
      Optional<Double> opacity,
      JsonObject symbology,
      JsonObject sourceParameters,
      JsonObject base) {
    private static LayerOverride of(Members in) {
      return new LayerOverride(
          in.text("targetLayer", ""),
          in.has("visible") ? Optional.of(in.truth("visible", true)) : Optional.empty(),
          in.has("opacity") ? Optional.of(in.number("opacity", 1, 0, 1)) : Optional.empty(),
          in.object("symbologyState"),
          in.object("sourceProperties"),
          in.json());
    }

    private JsonObject toJson() {
      Overlay overlay = new Overlay(visible.isPresent() ? base : base.without("visible"));
      overlay.text("targetLayer", layer).number("opacity", opacity);
      visible.ifPresent(shown -> overlay.put("visible", JsonBoolean.of(shown)));
      return overlay
          .object("symbologyState", symbology)
          .object("sourceProperties", sourceParameters)
          .json();
    }
  }

  public StorySegment {
    extent = List.copyOf(extent);
    overrides = List.copyOf(overrides);
  }

  /** Reads the parameters of a layer of type {@code StorySegmentLayer}. */
  public static StorySegment of(Members in) {
    Members content = in.inside("content");
    Members transition = in.inside("transition");
    List<LayerOverride> overrides = new ArrayList<>();
    for (Members override : in.objects("layerOverride")) {
      overrides.add(LayerOverride.of(override));
    }
    return new StorySegment(
        in.number("zoom", 0),
        in.numbers("extent", 4, 0),
        new Content(
            content.oneOf("contentMode", Content.MODES, "map"),
            content.oneOf("paneAlignment", Content.ALIGNMENTS, "center"),
            content.text("panelWidth", "25%"),
            content.text("image", ""),
            content.text("imageCaption", ""),
            content.text("markdown", ""),
            content.object("attachments")),
        new Transition(
            transition.oneOf("type", Transition.TYPES, "linear"),
            transition.number("time", 1, 0, 3600)),
        overrides);
  }

  /** These parameters over the JSON that they were read from, whose other members stay. */
  public JsonObject toJson(JsonObject base) {
    List<JsonValue> written = new ArrayList<>();
    for (LayerOverride override : overrides) {
      written.add(override.toJson());
    }
    JsonObject said =
        new Overlay(base.optObject("content"))
            .text("contentMode", content.mode(), "map")
            .text("paneAlignment", content.alignment(), "center")
            .text("panelWidth", content.panelWidth(), "25%")
            .text("image", content.image(), "")
            .text("imageCaption", content.imageCaption(), "")
            .text("markdown", content.markdown(), "")
            .object("attachments", content.attachments())
            .json();
    JsonObject moved =
        new Overlay(base.optObject("transition"))
            .text("type", transition.type(), "linear")
            .number("time", transition.seconds(), 1)
            .json();
    return new Overlay(base)
        .number("zoom", zoom, 0)
        .numbers("extent", extent)
        .object("content", said)
        .object("transition", moved)
        .array("layerOverride", JsonArray.of(written))
        .json();
  }
}
