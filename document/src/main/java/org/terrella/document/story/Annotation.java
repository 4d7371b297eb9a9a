package org.terrella.document.story;

import java.util.ArrayList;
import java.util.List;
import org.terrella.document.member.Members;
import org.terrella.document.member.Overlay;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonValue;

/**
 * A note at a place of the map, with what people wrote.
 *
 * @param x easting of the place in the map's CRS
 * @param y northing of the place in the map's CRS
 * @param zoom the zoom level at which it was left
 * @param parent id of the layer that it belongs to; empty for the map
 * @param open whether it is unfolded
 */
public record Annotation(
    String label,
    double x,
    double y,
    double zoom,
    List<Message> messages,
    String parent,
    boolean open) {
  /**
   * What one person wrote.
   *
   * @param user who: in JupyterGIS {@code username}, {@code display_name}, {@code color}…
   * @param base the JSON that it was read from, or an empty object
   */
  public record Message(String text, JsonObject user, JsonObject base) {}

  public Annotation {
    messages = List.copyOf(messages);
  }

  /**
   * Reads an annotation.
   *
   * @param path JSON path of the annotation, for messages
   * @throws TerrellaException invalid-argument, naming the JSON path of what is wrong
   */
  public static Annotation of(JsonValue json, String path) {
    Members in = Entry.members(json, path);
    List<Message> messages = new ArrayList<>();
    for (Members message : in.objects("contents")) {
      messages.add(new Message(message.text("value", ""), message.object("user"), message.json()));
    }
    Members position = in.inside("position");
    return new Annotation(
        in.text("label", ""),
        position.number("x"),
        position.number("y"),
        in.number("zoom", 0),
        messages,
        in.text("parent", ""),
        in.truth("open", false));
  }

  /** This annotation over the JSON that it was read from, whose other members stay. */
  public JsonObject toJson(JsonObject base) {
    List<JsonValue> contents = new ArrayList<>();
    for (Message message : messages) {
      contents.add(
          new Overlay(message.base())
              .text("value", message.text())
              .object("user", message.user())
              .json());
    }
    return new Overlay(base)
        .text("label", label)
        .put(
            "position",
            new Overlay(base.optObject("position")).number("x", x).number("y", y).json())
        .number("zoom", zoom)
        .put("contents", JsonArray.of(contents))
        .text("parent", parent, "")
        .truth("open", open, false)
        .json();
  }
}
