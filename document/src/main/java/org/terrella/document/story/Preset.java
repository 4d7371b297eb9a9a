package org.terrella.document.story;

import java.util.ArrayList;
import java.util.List;
import org.terrella.document.member.Members;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonValue;

/** Attributes that newly drawn features begin with. */
public record Preset(List<Attribute> attributes) {
  /** A field and its first value, which jGIS keeps as a text. */
  public record Attribute(String key, String value) {}

  public Preset {
    attributes = List.copyOf(attributes);
  }

  /**
   * Reads a preset.
   *
   * @param path JSON path of the preset, for messages
   * @throws TerrellaException invalid-argument, naming the JSON path of what is wrong
   */
  public static Preset of(JsonValue json, String path) {
    if (!(json instanceof JsonArray array)) {
      throw TerrellaException.invalid(path + ": " + json.kind() + " where an array belongs.");
    }
    List<Attribute> attributes = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      Members in = Entry.members(array.get(i), path + "[" + i + "]");
      attributes.add(new Attribute(in.text("key"), in.text("value", "")));
    }
    return new Preset(attributes);
  }

  public JsonArray toJson() {
    List<JsonValue> written = new ArrayList<>();
    for (Attribute attribute : attributes) {
      written.add(JsonObject.of().with("key", attribute.key()).with("value", attribute.value()));
    }
    return JsonArray.of(written);
  }
}
