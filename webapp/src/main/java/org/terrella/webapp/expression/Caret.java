package org.terrella.webapp.expression;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLElement;
import org.terrella.text.Ascii;

/** Where one writes in a text area, and what stands there. */
final class Caret {
  private Caret() {}

  /** Where the word begins that ends at {@code at}: a name, a variable or a name in quotes. */
  static int wordStart(String text, int at) {
    int quote = -1;
    boolean inText = false;
    for (int i = 0; i < at; i++) {
      char c = text.charAt(i);
      if (c == '\'' && quote < 0) {
        inText = !inText;
      } else if (c == '"' && !inText) {
        quote = quote < 0 ? i : -1;
      }
    }
    if (inText || quote >= 0) {
      return inText ? at : quote;
    }
    int start = at;
    while (start > 0 && isWord(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  static boolean isWord(char c) {
    return Ascii.isLetterOrDigit(c) || c == '_' || c == '@' || c == '$' || c > 127;
  }

  @JSBody(params = "area", script = "return area.selectionStart;")
  static native int at(HTMLElement area);

  /** Writes over a part of the text, as the person would. */
  @JSBody(
      params = {"area", "from", "to", "text"},
      script =
          "area.focus(); area.setSelectionRange(from, to);"
              + "if (!document.execCommand('insertText', false, text)) {"
              + "  area.setRangeText(text, from, to, 'end');"
              + "  area.dispatchEvent(new Event('input', { bubbles: true }));"
              + "}")
  static native void replace(HTMLElement area, int from, int to, String text);

  /** The key of an event, with {@code Ctrl+} before it. */
  @JSBody(
      params = "event",
      script = "return (event.ctrlKey || event.metaKey ? 'Ctrl+' : '') + event.key;")
  static native String key(JSObject event);

  /** Keeps a key from doing anything else. */
  static void consume(Event event) {
    event.preventDefault();
    event.stopPropagation();
  }

  @JSBody(params = "item", script = "item.scrollIntoView({ block: 'nearest' });")
  static native void reveal(HTMLElement item);
}
