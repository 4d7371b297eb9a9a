package org.terrella.processing.expression;

import java.util.List;
import org.terrella.processing.expression.Value.Kind;

/** A member of an array, counted from 0 or from the end, or of a map; NULL where there is none. */
final class Index extends Evaluator {
  private final Evaluator container;
  private final Evaluator index;
  private final Value place = new Value();

  Index(int position, Evaluator container, Evaluator index) {
    super(position, container, index);
    this.container = container;
    this.index = index;
  }

  @Override
  Value at(int row) {
    Value from = container.at(row);
    place.set(index.at(row));
    result.setNull();
    if (from.isNull() || place.isNull()) {
      return result;
    }
    if (from.kind() == Kind.TEXT) {
      from = ValueJson.parsed(from);
    }
    if (from.kind() == Kind.MAP) {
      Value found = from.map().get(place.text());
      return found == null ? result : found;
    } else if (from.kind() != Kind.ARRAY) {
      throw error(
          row, from.quoted() + " is " + from.kind().phrase() + ", neither an array nor a map");
    } else if (!place.becomeNumber()) {
      throw error(row, place.quoted() + " is no place in an array");
    }
    Value found = member(from.list(), place.kind() == Kind.REAL ? -1 : place.whole());
    return found == null ? result : found;
  }

  /** The member at a place, which counts from the end below 0; null where there is none. */
  static Value member(List<Value> members, long place) {
    long at = place < 0 ? members.size() + place : place;
    return at < 0 || at >= members.size() ? null : members.get((int) at);
  }
}
