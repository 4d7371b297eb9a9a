package org.terrella.processing.expression;

/** Whether the first value is among the others; NULL when it is not but one of them is NULL. */
final class Membership extends Evaluator {
  private final Evaluator[] members;
  private final Value wanted = new Value();
  private final Ordering ordering = new Ordering();

  Membership(int position, Evaluator... members) {
    super(position, members);
    this.members = members;
  }

  @Override
  Value.Kind kind() {
    return Value.Kind.BOOLEAN;
  }

  @Override
  Value at(int row) {
    wanted.set(members[0].at(row));
    boolean unknown = wanted.isNull() && members.length > 1;
    for (int i = 1; i < members.length && !wanted.isNull(); i++) {
      Value member = members[i].at(row);
      if (member.isNull()) {
        unknown = true;
      } else if (ordering.compare(wanted, member) == 0) {
        result.set(true);
        return result;
      }
    }
    if (unknown) {
      result.setNull();
    } else {
      result.set(false);
    }
    return result;
  }
}
