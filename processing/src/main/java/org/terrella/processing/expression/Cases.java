package org.terrella.processing.expression;

/** CASE: the value behind the first condition that is true, that behind ELSE, or NULL. */
final class Cases extends Evaluator {
  private final Evaluator[] parts;

  /**
   * @param parts condition and value by turns, and at last the value of ELSE if there is one
   */
  Cases(int position, Evaluator... parts) {
    super(position, parts);
    this.parts = parts;
  }

  @Override
  Value at(int row) {
    for (int i = 0; i + 1 < parts.length; i += 2) {
      if (parts[i].truth(row) == 1) {
        return parts[i + 1].at(row);
      }
    }
    if (parts.length % 2 == 1) {
      return parts[parts.length - 1].at(row);
    }
    result.setNull();
    return result;
  }
}
