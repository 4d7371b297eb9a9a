package org.terrella.webapp.panel;

import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.JSBody;
import org.terrella.error.TerrellaException;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;

/** What the browser remembers of the toolbox: favourites, tools run last, folded groups. */
final class ToolMemory {
  private static final int MOST_RECENT = 8;

  private JsonObject kept = JsonObject.of();

  ToolMemory() {
    try {
      kept = Json.parseObject(read());
    } catch (TerrellaException unreadable) {
      // Whatever was there is written anew with the next choice.
      kept = JsonObject.of();
    }
  }

  List<String> favourites() {
    return list("favourites");
  }

  /** The last one first. */
  List<String> recent() {
    return list("recent");
  }

  boolean isFolded(String group) {
    return list("folded").contains(group);
  }

  void favourite(String id, boolean on) {
    keep("favourites", id, on, Integer.MAX_VALUE);
  }

  void ran(String id) {
    keep("recent", id, true, MOST_RECENT);
  }

  void fold(String group, boolean on) {
    keep("folded", group, on, Integer.MAX_VALUE);
  }

  private List<String> list(String name) {
    List<String> list = new ArrayList<>();
    try {
      list.addAll(kept.optArray(name).strings());
    } catch (TerrellaException unreadable) {
      list.clear();
    }
    return list;
  }

  private void keep(String name, String value, boolean on, int most) {
    List<String> list = list(name);
    list.remove(value);
    if (on) {
      list.add(0, value);
    }
    kept = kept.with(name, JsonArray.ofStrings(list.subList(0, Math.min(most, list.size()))));
    write(Json.write(kept));
  }

  @JSBody(
      script =
          "try { return localStorage.getItem('terrella.tools') || '{}'; } catch (none) { return '{}'; }")
  private static native String read();

  @JSBody(
      params = "text",
      script = "try { localStorage.setItem('terrella.tools', text); } catch (none) { return; }")
  private static native void write(String text);
}
