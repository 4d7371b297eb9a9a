package org.terrella.json;

/**
 * A value whose text is known and not read until it is asked for: what is only handed on, such as
 * the features of a large layer, need not be taken apart and put together again.
 */
public final class JsonText implements JsonValue {
  private final String text;
  private JsonValue value;

  /**
   * A value of a text.
   *
   * @param text JSON, which is trusted to be sound
   */
  public JsonText(String text) {
    this.text = text;
  }

  /** What the text says. */
  public JsonValue value() {
    if (value == null) {
      value = Json.parse(text);
    }
    return value;
  }

  @Override
  public String kind() {
    return value().kind();
  }

  @Override
  public boolean equals(Object other) {
    return value().equals(other instanceof JsonText lazy ? lazy.value() : other);
  }

  @Override
  public int hashCode() {
    return value().hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
