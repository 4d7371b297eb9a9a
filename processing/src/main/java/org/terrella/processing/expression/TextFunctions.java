package org.terrella.processing.expression;

/** Functions of text, and to text. Characters are counted from 1. */
final class TextFunctions {
  private static final int MOST_CHARACTERS = 1_000_000;

  private TextFunctions() {}

  static void addTo(Functions functions) {
    functions.add("lower", "string", (call, out) -> out.set(TextCase.lower(call.text(0))));
    functions.add("upper", "string", (call, out) -> out.set(TextCase.upper(call.text(0))));
    functions.add("title", "string", (call, out) -> out.set(title(call.text(0))));
    functions.add("trim", "string", (call, out) -> out.set(call.text(0).trim()));
    functions.add("length", "string", (call, out) -> out.set((long) call.text(0).length()));
    functions.addLazy("substr", "string start [length]", TextFunctions::substr);
    functions.add("replace", "string before after", TextFunctions::replace);
    functions.addLazy("concat", "…", TextFunctions::concat);
    functions.add(
        "left", "string length", (call, out) -> out.set(left(call.text(0), call.small(1))));
    functions.add(
        "right", "string length", (call, out) -> out.set(right(call.text(0), call.small(1))));
    functions.add(
        "strpos",
        "haystack needle",
        (call, out) -> out.set(call.text(0).indexOf(call.text(1)) + 1L));
    functions.add("lpad", "string width fill", (call, out) -> pad(call, out, true));
    functions.add("rpad", "string width fill", (call, out) -> pad(call, out, false));
    functions.add(
        "reverse",
        "string",
        (call, out) -> out.set(new StringBuilder(call.text(0)).reverse().toString()));
    functions.add("ascii", "string", TextFunctions::ascii);
    functions.add("char", "code", TextFunctions::character);
    functions.add("to_string", "number", (call, out) -> out.set(call.text(0)));
  }

  /** Words of one letter stay as they are, as in QGIS. */
  private static String title(String text) {
    StringBuilder out = new StringBuilder();
    int start = 0;
    while (start <= text.length()) {
      int end = text.indexOf(' ', start);
      end = end < 0 ? text.length() : end;
      String word = text.substring(start, end);
      out.append(start > 0 ? " " : "");
      out.append(
          word.length() > 1
              ? TextCase.upper(word.substring(0, 1)) + TextCase.lower(word.substring(1))
              : word);
      start = end + 1;
    }
    return out.toString();
  }

  /** A start below 0 counts from the end; a length below 0 leaves characters out at the end. */
  private static void substr(Call call, Value out) {
    if (!call.has(0) || !call.has(1)) {
      return;
    }
    String text = call.text(0);
    int start = call.small(1);
    int from = start < 0 ? Math.max(0, text.length() + start) : Math.max(0, start - 1);
    int length = call.has(2) ? call.small(2) : text.length();
    if (length < 0) {
      length = Math.max(0, text.length() + length - from);
    }
    from = Math.min(from, text.length());
    out.set(text.substring(from, Math.min(text.length(), from + length)));
  }

  private static void replace(Call call, Value out) {
    String before = call.text(1);
    out.set(before.isEmpty() ? call.text(0) : call.text(0).replace(before, call.text(2)));
  }

  /** NULL adds nothing. */
  private static void concat(Call call, Value out) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < call.count(); i++) {
      all.append(call.text(i));
    }
    out.set(all.toString());
  }

  /** The whole text for a length below 0. */
  private static String left(String text, int length) {
    return length < 0 || length >= text.length() ? text : text.substring(0, length);
  }

  private static String right(String text, int length) {
    return length < 0 || length >= text.length() ? text : text.substring(text.length() - length);
  }

  /** Fills up to a width, and cuts off what is beyond it. */
  private static void pad(Call call, Value out, boolean before) {
    String text = call.text(0);
    int width = call.small(1);
    String fill = call.text(2);
    if (width > MOST_CHARACTERS) {
      throw call.failed("a width of " + width + " is too much");
    }
    if (width <= text.length()) {
      out.set(text.substring(0, Math.max(0, width)));
      return;
    }
    String filling = (fill.isEmpty() ? " " : fill.substring(0, 1)).repeat(width - text.length());
    out.set(before ? filling + text : text + filling);
  }

  private static void ascii(Call call, Value out) {
    if (!call.text(0).isEmpty()) {
      out.set((long) call.text(0).codePointAt(0));
    }
  }

  private static void character(Call call, Value out) {
    long code = call.whole(0);
    if (code < 0 || code > Character.MAX_CODE_POINT) {
      throw call.failed("there is no character " + code);
    }
    out.set(new String(Character.toChars((int) code)));
  }
}
