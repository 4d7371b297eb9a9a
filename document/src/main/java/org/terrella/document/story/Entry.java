package org.terrella.document.story;

import org.terrella.document.member.Members;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonValue;

/** Values of sections, which anyone may have written. */
final class Entry {
  private Entry() {}

  static Members members(JsonValue json, String path) {
    if (json instanceof JsonObject object) {
      return new Members(object, path);
    }
    throw TerrellaException.invalid(path + ": " + json.kind() + " where an object belongs.");
  }

  /** A CSS length; a number means pixels. */
  static String length(Members in, String key) {
    return in.has(key) && in.json().get(key) instanceof JsonNumber pixels
        ? pixels.text() + "px"
        : in.text(key, "");
  }
}
