package org.terrella.webapp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.terrella.text.Ascii;

/**
 * What a person types into a search. No regular expressions: their engine would double the page.
 */
public final class Words {
  private Words() {}

  /** A text in lower case, whatever the language of the browser. */
  public static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** The words of a query, in lower case. */
  public static List<String> of(String query) {
    List<String> words = new ArrayList<>();
    String text = query.toLowerCase(Locale.ROOT);
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) <= ' ') {
        if (i > from) {
          words.add(text.substring(from, i));
        }
        from = i + 1;
      }
    }
    return words;
  }

  /** The parts of a text between commas, without the blanks around them; none of them is empty. */
  public static List<String> listed(String text) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == ',') {
        String part = text.substring(from, i).trim();
        if (!part.isEmpty()) {
          parts.add(part);
        }
        from = i + 1;
      }
    }
    return parts;
  }

  /** Whether a text, in lower case, has all words. */
  public static boolean allIn(List<String> words, String text) {
    for (String word : words) {
      if (!text.contains(word)) {
        return false;
      }
    }
    return true;
  }

  /** A whole number with a narrow space between its thousands. */
  public static String grouped(long value) {
    StringBuilder text = new StringBuilder(Long.toString(value));
    for (int at = text.length() - 3; at > 0; at -= 3) {
      text.insert(at, '\u202f');
    }
    return text.toString();
  }

  /** The size of a file for a person, in decimal units. */
  public static String bytes(double bytes) {
    if (bytes < 1000) {
      return (long) bytes + " B";
    }
    double value = bytes / 1000;
    String unit = " kB";
    if (value >= 1000) {
      value /= 1000;
      unit = " MB";
    }
    long tenths = (long) (value * 10 + 0.5);
    return (tenths >= 100 ? Long.toString((tenths + 5) / 10) : tenths / 10 + "." + tenths % 10)
        + unit;
  }

  /** A file name of letters, digits, dash and underscore that resembles a title. */
  public static String fileName(String title, String whenEmpty) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < title.length(); i++) {
      char c = title.charAt(i);
      boolean kept = Ascii.isLetterOrDigit(c) || c == '_' || c > 127;
      if (kept) {
        name.append(c);
      } else if (name.length() > 0 && name.charAt(name.length() - 1) != '-') {
        name.append('-');
      }
    }
    int end = name.length();
    while (end > 0 && name.charAt(end - 1) == '-') {
      end--;
    }
    return end == 0 ? whenEmpty : name.substring(0, end);
  }
}
