package org.terrella.document.story;

import java.util.List;
import org.terrella.document.member.Members;
import org.terrella.document.member.Overlay;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonValue;

/**
 * A story: segments in the order in which they are told.
 *
 * @param type {@code guided}, {@code Vertical Scroll}, or another that is kept
 * @param segments ids of layers of type {@code StorySegmentLayer}
 * @param presentation how it looks when presented
 */
public record Story(String title, String type, List<String> segments, Presentation presentation) {
  public static final String GUIDED = "guided";
  public static final String VERTICAL_SCROLL = "Vertical Scroll";

  /**
   * How a story looks when it is presented.
   *
   * @param gradient whether the background fades
   * @param background a CSS colour; empty for the usual one, as is the text's
   * @param gap whether Markdown segments that follow each other stand apart
   * @param segmentOpacity opacity of Markdown segments, 0 to 1
   * @param panelOpacity opacity of the story's panel, 0 to 1
   * @param contentWidth CSS width of what lies over the map; empty for the usual one
   */
  public record Presentation(
      boolean gradient,
      String background,
      String text,
      boolean gap,
      double segmentOpacity,
      double panelOpacity,
      String contentWidth) {}

  public Story {
    segments = List.copyOf(segments);
  }

  public Story(String title, List<String> segments) {
    this(title, GUIDED, segments, new Presentation(true, "", "", false, 1, 1, ""));
  }

  /**
   * Reads a story.
   *
   * @param path JSON path of the story, for messages
   * @throws TerrellaException invalid-argument, naming the JSON path of what is wrong
   */
  public static Story of(JsonValue json, String path) {
    Members in = Entry.members(json, path);
    return new Story(
        in.text("title", ""),
        in.text("storyType", GUIDED),
        in.texts("storySegments"),
        new Presentation(
            in.truth("showGradient", true),
            in.text("presentationBgColor", ""),
            in.text("presentationTextColor", ""),
            in.truth("markdownSegmentGap", false),
            in.number("markdownSegmentOpacity", 1, 0, 1),
            in.number("storyPanelOpacity", 1, 0, 1),
            Entry.length(in, "overlayContentWidth")));
  }

  /** This story over the JSON that it was read from, whose other members stay. */
  public JsonObject toJson(JsonObject base) {
    return new Overlay(base)
        .text("title", title)
        .text("storyType", type, GUIDED)
        .put("storySegments", JsonArray.ofStrings(segments))
        .truth("showGradient", presentation.gradient(), true)
        .text("presentationBgColor", presentation.background(), "")
        .text("presentationTextColor", presentation.text(), "")
        .truth("markdownSegmentGap", presentation.gap(), false)
        .number("markdownSegmentOpacity", presentation.segmentOpacity(), 1)
        .number("storyPanelOpacity", presentation.panelOpacity(), 1)
        .text("overlayContentWidth", presentation.contentWidth(), "")
        .json();
  }
}
