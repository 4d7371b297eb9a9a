package org.terrella.document;

/** Versions of the jGIS schema: major, minor and patch, such as {@code 0.6.0}. */
final class SchemaVersion {
  private SchemaVersion() {}

  /** Negative when the first is older, positive when it is newer; what is missing counts as 0. */
  static int compare(String one, String other) {
    int[] parts = numbers(one);
    int[] others = numbers(other);
    int i = 0;
    while (i < parts.length - 1 && parts[i] == others[i]) {
      i++;
    }
    return Integer.compare(parts[i], others[i]);
  }

  private static int[] numbers(String version) {
    int[] numbers = new int[3];
    int at = 0;
    for (int i = 0; i < version.length() && at < numbers.length; i++) {
      char c = version.charAt(i);
      if (c == '.') {
        at++;
      } else if (c >= '0' && c <= '9') {
        numbers[at] = Math.min(9999, numbers[at]) * 10 + (c - '0');
      }
    }
    return numbers;
  }
}
