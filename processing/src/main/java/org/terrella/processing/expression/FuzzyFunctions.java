package org.terrella.processing.expression;

/** Functions that say how alike two texts are. */
final class FuzzyFunctions {
  private static final String SOUNDS = "01230120022455012623010202";

  private FuzzyFunctions() {}

  static void addTo(Functions functions) {
    functions.add(
        "levenshtein",
        "string1 string2",
        "How many characters must be inserted, deleted or replaced to make one text of another.",
        (call, out) -> out.set(levenshtein(call, call.text(0), call.text(1))));
    functions.add(
        "longest_common_substring",
        "string1 string2",
        "The longest text that stands in both texts.",
        (call, out) -> out.set(longestCommon(call, call.text(0), call.text(1))));
    functions.add(
        "hamming_distance",
        "string1 string2",
        "At how many places two texts of the same length differ.",
        (call, out) -> {
          String one = call.text(0);
          String other = call.text(1);
          if (one.length() == other.length()) {
            long count = 0;
            for (int i = 0; i < one.length(); i++) {
              count += one.charAt(i) == other.charAt(i) ? 0 : 1;
            }
            out.set(count);
          }
        });
    functions.add(
        "soundex",
        "string",
        "The code by which American Soundex groups names that sound alike.",
        (call, out) -> {
          String code = soundex(call.text(0));
          if (!code.isEmpty()) {
            out.set(code);
          }
        });
  }

  /** Products beyond this take seconds each. */
  private static void bound(Call call, String one, String other) {
    if ((long) one.length() * other.length() > 400_000_000L) {
      throw call.failed("the texts are too long");
    }
  }

  /** By rows of the table of Wagner and Fischer (1974). */
  private static long levenshtein(Call call, String one, String other) {
    bound(call, one, other);
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int same = one.charAt(i - 1) == other.charAt(j - 1) ? diagonal : diagonal + 1;
        diagonal = row[j];
        row[j] = Math.min(same, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }

  private static String longestCommon(Call call, String one, String other) {
    bound(call, one, other);
    int[] row = new int[other.length() + 1];
    int longest = 0;
    int end = 0;
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = 0;
      for (int j = 1; j < row.length; j++) {
        int above = row[j];
        row[j] = one.charAt(i - 1) == other.charAt(j - 1) ? diagonal + 1 : 0;
        diagonal = above;
        if (row[j] > longest) {
          longest = row[j];
          end = i;
        }
      }
    }
    return one.substring(end - longest, end);
  }

  /** H and W do not part letters of one sound; vowels do. */
  private static String soundex(String text) {
    StringBuilder out = new StringBuilder();
    char last = 0;
    for (int i = 0; i < text.length() && out.length() < 4; i++) {
      char c = Character.toUpperCase(text.charAt(i));
      if (c < 'A' || c > 'Z') {
        continue;
      }
      char sound = SOUNDS.charAt(c - 'A');
      if (out.isEmpty()) {
        out.append(c);
      } else if (sound != '0' && sound != last) {
        out.append(sound);
        last = sound;
      }
    }
    while (!out.isEmpty() && out.length() < 4) {
      out.append('0');
    }
    return out.toString();
  }
}
