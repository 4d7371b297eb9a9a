package org.terrella.processing.feature;

import java.util.Objects;

/** Name and type of an attribute column. */
public record Field(String name, FieldType type) {
  public Field {
    Objects.requireNonNull(name);
    Objects.requireNonNull(type);
  }
}
