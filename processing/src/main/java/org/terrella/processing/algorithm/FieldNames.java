package org.terrella.processing.algorithm;

import java.util.List;
import org.terrella.processing.feature.Field;

/** Names of new fields. */
final class FieldNames {
  private FieldNames() {}

  /**
   * {@code wanted}, or with {@code _2}, {@code _3}… behind it where there is such a field already,
   * whatever the case, as QGIS does where it joins the fields of layers.
   */
  static String free(List<Field> fields, String wanted) {
    String name = wanted;
    for (int number = 2; taken(fields, name); number++) {
      name = wanted + "_" + number;
    }
    return name;
  }

  private static boolean taken(List<Field> fields, String name) {
    for (Field field : fields) {
      if (field.name().equalsIgnoreCase(name)) {
        return true;
      }
    }
    return false;
  }
}
