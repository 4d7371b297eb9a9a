package org.terrella.processing.expression;

/** A name that an expression gives to a value for a part of itself, such as {@code @element}. */
final class Binding {
  private final String name;
  private final Value value = new Value();
  private boolean used;

  /**
   * @param name without {@code @}
   */
  Binding(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  /** What the name stands for now. */
  Value value() {
    return value;
  }

  /** Whether the name is mentioned at all. */
  boolean isUsed() {
    return used;
  }

  /** A mention of the name. */
  Evaluator reference(int position) {
    used = true;
    return new Reference(position, value);
  }

  private static final class Reference extends Evaluator.Varying {
    private final Value value;

    Reference(int position, Value value) {
      super(position);
      this.value = value;
    }

    @Override
    Value at(int row) {
      return value;
    }
  }
}
