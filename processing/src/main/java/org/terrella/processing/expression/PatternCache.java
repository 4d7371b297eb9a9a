package org.terrella.processing.expression;

/** The regular expression read last, which mostly is the next one, too. */
final class PatternCache {
  private String source;
  private Pattern pattern;

  Pattern get(String wanted) {
    if (!wanted.equals(source)) {
      pattern = new Pattern(wanted);
      source = wanted;
    }
    return pattern;
  }
}
