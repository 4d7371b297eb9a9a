package org.terrella.processing.expression;

/**
 * A chain of ANDs or of ORs in Kleene's logic. Members after the first that decides are not looked
 * at.
 */
final class Logic extends Evaluator {
  private final boolean all;
  private final Evaluator[] members;

  /**
   * @param all whether this is AND
   */
  Logic(int position, boolean all, Evaluator... members) {
    super(position, members);
    this.all = all;
    this.members = members;
  }

  @Override
  Value.Kind kind() {
    return Value.Kind.BOOLEAN;
  }

  @Override
  Value at(int row) {
    int deciding = all ? 0 : 1;
    boolean unknown = false;
    for (Evaluator member : members) {
      int truth = member.truth(row);
      if (truth == deciding) {
        result.set(!all);
        return result;
      }
      unknown |= truth < 0;
    }
    if (unknown) {
      result.setNull();
    } else {
      result.set(all);
    }
    return result;
  }
}
