package org.terrella.processing.expression;

import java.util.List;
import java.util.Locale;
import org.terrella.error.TerrellaException;

/**
 * A function of the language.
 *
 * @param group QGIS's name of its group
 * @param parameters names, in order; QGIS's where it has the function
 * @param least how many arguments must be given
 * @param most how many may be given, or -1 for any number
 * @param help one sentence
 * @param lazy whether the body looks at arguments itself; else NULL among them gives NULL
 * @param varying whether the answer may change with the row though no argument does
 */
record Function(
    String name,
    String group,
    List<String> parameters,
    int least,
    int most,
    String help,
    boolean lazy,
    boolean varying,
    Body body) {
  /** Computes a function. */
  @FunctionalInterface
  interface Body {
    /** Writes the answer for the arguments of {@code call} into {@code out}, which is NULL. */
    void run(Call call, Value out);
  }

  /** The place of the parameter with that name, or -1. */
  int place(String parameter) {
    return parameters.indexOf(parameter.toLowerCase(Locale.ROOT));
  }

  /** Such as {@code round(value, [places])}. */
  String usage() {
    StringBuilder out = new StringBuilder(name).append('(');
    for (int i = 0; i < parameters.size(); i++) {
      out.append(i > 0 ? ", " : "");
      out.append(i < least ? parameters.get(i) : "[" + parameters.get(i) + "]");
    }
    return out.append(most < 0 ? parameters.isEmpty() ? "…)" : ", …)" : ")").toString();
  }

  /**
   * The arguments with those that were left out; those that must be given are there, or it fails.
   */
  Evaluator[] complete(Evaluator[] given, int position) {
    for (int i = 0; i < given.length; i++) {
      if (given[i] == null && i >= least) {
        given[i] = new Evaluator.LeftOut(position);
      } else if (given[i] == null) {
        throw wrongCount(position);
      }
    }
    if (given.length < least) {
      throw wrongCount(position);
    }
    return given;
  }

  TerrellaException wrongCount(int position) {
    return Lexer.problem(position, "the arguments do not fit " + usage());
  }
}
