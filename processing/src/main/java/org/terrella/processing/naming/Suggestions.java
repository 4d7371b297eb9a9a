package org.terrella.processing.naming;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names like one that was not found, by edit distance (Levenshtein 1965). */
public final class Suggestions {
  private Suggestions() {}

  /** {@code " Did you mean a or b?"}, or nothing when no name is near. */
  public static String sentence(String wanted, List<String> names) {
    String near = near(wanted, names);
    return near.isEmpty() ? "" : " Did you mean " + near + "?";
  }

  /** {@code "; perhaps a or b is meant"}, or nothing when no name is near. */
  public static String clause(String wanted, List<String> names) {
    String near = near(wanted, names);
    return near.isEmpty() ? "" : "; perhaps " + near + " is meant";
  }

  private static String near(String wanted, List<String> names) {
    String low = wanted.toLowerCase(Locale.ROOT);
    List<String> near = new ArrayList<>();
    for (String name : names) {
      String other = plain(name);
      if (distance(low, other) <= 1 + low.length() / 4
          || (low.length() > 2 && other.contains(low))) {
        near.add(name);
      }
    }
    near.sort(Comparator.comparingInt(name -> distance(low, plain(name))));
    return String.join(" or ", near.subList(0, Math.min(3, near.size())));
  }

  private static String plain(String name) {
    return name.replace("\"", "").toLowerCase(Locale.ROOT);
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
