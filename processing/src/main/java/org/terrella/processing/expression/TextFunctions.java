package org.terrella.processing.expression;

import java.util.List;
import java.util.Map;

/** Functions of text, and to text. Characters are counted from 1. */
final class TextFunctions {
  private static final int MOST_CHARACTERS = 1_000_000;

  private TextFunctions() {}

  static void addTo(Functions functions) {
    functions.add(
        "lower", "string", "A text in lower case.", (c, out) -> out.set(TextCase.lower(c.text(0))));
    functions.add(
        "upper", "string", "A text in upper case.", (c, out) -> out.set(TextCase.upper(c.text(0))));
    functions.add(
        "title",
        "string",
        "A text whose words begin with capital letters.",
        (call, out) -> out.set(title(call.text(0))));
    functions.add(
        "trim",
        "string",
        "A text without blanks before and behind it.",
        (call, out) -> out.set(call.text(0).trim()));
    functions.add(
        "substr",
        "string start [length]",
        "A part of a text; starts below 0 count from the end.",
        TextFunctions::substr);
    functions.add(
        "replace",
        "string before [after]",
        "A text with a part replaced everywhere, or several by a map or by arrays.",
        TextFunctions::replace);
    functions.addLazy(
        "concat",
        "…",
        "All arguments as one text, without those that are NULL.",
        TextFunctions::concat);
    functions.add(
        "left",
        "string length",
        "The first characters of a text.",
        (call, out) -> out.set(left(call.text(0), call.small(1))));
    functions.add(
        "right",
        "string length",
        "The last characters of a text.",
        (call, out) -> out.set(right(call.text(0), call.small(1))));
    functions.add(
        "strpos",
        "haystack needle",
        "Where a text first stands in another, counted from 1; 0 where it does not.",
        (call, out) -> out.set(call.text(0).indexOf(call.text(1)) + 1L));
    functions.add(
        "lpad",
        "string width fill",
        "A text brought to a width, filled before it or cut off.",
        (call, out) -> pad(call, out, true));
    functions.add(
        "rpad",
        "string width fill",
        "A text brought to a width, filled behind it or cut off.",
        (call, out) -> pad(call, out, false));
    functions.add(
        "ascii", "string", "The Unicode number of the first character.", TextFunctions::ascii);
    functions.add("char", "code", "The character of a Unicode number.", TextFunctions::character);
    functions.add(
        "wordwrap",
        "text length [delimiter]",
        "A text in lines of at most so many characters, or at least so many for a length below 0.",
        TextFunctions::wrap);
    functions.addLazy(
        "format",
        "…",
        "A text in which %1, %2 and so on are replaced by the arguments behind it.",
        TextFunctions::format);
    functions.add(
        "format_number",
        "number [places] [language]",
        "A number with separators of thousands and so many decimal places.",
        NumberFormat::run);
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
    String text = call.text(0);
    int start = call.small(1);
    int from = start < 0 ? Math.max(0, text.length() + start) : Math.max(0, start - 1);
    int length = call.has(2) ? call.small(2) : text.length();
    if (length < 0) {
      length = Math.max(0, text.length() + length - from);
    }
    if (from > text.length()) {
      return;
    }
    out.set(text.substring(from, Math.min(text.length(), from + length)));
  }

  private static void replace(Call call, Value out) {
    if (call.count() == 2) {
      String text = call.text(0);
      for (Map.Entry<String, Value> each : call.map(1).entrySet()) {
        if (!each.getKey().isEmpty()) {
          text = text.replace(each.getKey(), each.getValue().text());
        }
      }
      out.set(text);
      return;
    }
    if (call.value(1).kind() == Value.Kind.ARRAY) {
      replaceAll(call, out);
      return;
    }
    String before = call.text(1);
    out.set(before.isEmpty() ? call.text(0) : call.text(0).replace(before, call.text(2)));
  }

  /** NULL adds nothing. */
  /** Several texts, each by another one or all by the same. */
  private static void replaceAll(Call call, Value out) {
    List<Value> befores = call.list(1);
    boolean one = call.value(2).kind() != Value.Kind.ARRAY;
    List<Value> afters = one ? List.of(call.value(2).copy()) : call.list(2);
    if (afters.size() != 1 && afters.size() != befores.size()) {
      throw call.failed("both arrays must have as many members, or the second one");
    }
    String text = call.text(0);
    for (int i = 0; i < befores.size(); i++) {
      String before = befores.get(i).text();
      String after = afters.get(afters.size() == 1 ? 0 : i).text();
      text = before.isEmpty() ? text : text.replace(before, after);
    }
    out.set(text);
  }

  private static void concat(Call call, Value out) {
    StringBuilder all = new StringBuilder();
    boolean some = false;
    for (int i = 0; i < call.count(); i++) {
      some |= call.has(i);
      all.append(call.text(i));
    }
    if (some) {
      out.set(all.toString());
    }
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

  private static void wrap(Call call, Value out) {
    int length = call.small(1);
    String delimiter = call.textOr(2, " ");
    if (length == 0 || delimiter.isEmpty()) {
      out.set(call.text(0));
      return;
    }
    StringBuilder all = new StringBuilder();
    String text = call.text(0);
    int start = 0;
    while (start <= text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      all.append(start > 0 ? "\n" : "");
      wrapLine(text.substring(start, end), length, delimiter, all);
      start = end + 1;
    }
    out.set(all.toString());
  }

  private static void wrapLine(String line, int length, String delimiter, StringBuilder out) {
    int start = 0;
    while (line.length() - start > Math.abs(length)) {
      int cut = -1;
      if (length > 0) {
        cut = line.lastIndexOf(delimiter, start + length);
      }
      if (cut <= start) {
        cut = line.indexOf(delimiter, start + (length > 0 ? 1 : -length));
      }
      if (cut < 0) {
        break;
      }
      out.append(line, start, cut).append('\n');
      start = cut + delimiter.length();
    }
    out.append(line, start, line.length());
  }

  private static void format(Call call, Value out) {
    for (int i = 0; i < call.count(); i++) {
      if (!call.has(i)) {
        return;
      }
    }
    String pattern = call.text(0);
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      int end = i + 1;
      int number = 0;
      while (c == '%' && end < pattern.length() && end < i + 3 && isDigit(pattern.charAt(end))) {
        int longer = number * 10 + pattern.charAt(end) - '0';
        if (longer >= call.count()) {
          break;
        }
        number = longer;
        end++;
      }
      if (number > 0) {
        all.append(call.text(number));
        i = end - 1;
      } else {
        all.append(c);
      }
    }
    out.set(all.toString());
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
