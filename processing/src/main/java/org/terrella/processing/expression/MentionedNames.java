package org.terrella.processing.expression;

import java.util.List;
import java.util.Locale;

/**
 * The names that stand in an expression, found without reading it, so that a program without the
 * functions can tell which fields the expression may look at. Names in texts and comments count.
 */
public final class MentionedNames {
  /** Functions that find fields by names that are computed. */
  private static final List<String> HIDING =
      List.of(
          "eval",
          "eval_template",
          "attribute",
          "attributes",
          "get_feature",
          "get_feature_by_id",
          "geometry",
          "order_parts",
          "var");

  private static final List<String> FEATURES =
      List.of("@feature", "$currentfeature", "@parent", "@current_feature");

  private final String text;
  private boolean variables;
  private boolean shapes;
  private boolean hidden;

  public MentionedNames(String expression) {
    text = expression.toLowerCase(Locale.ROOT);
    shapes = text.contains("overlay_") || text.contains("layer_property");
    for (int at = 0; at + 1 < text.length(); at++) {
      boolean sign = text.charAt(at) == '@' || text.charAt(at) == '$';
      if (sign && isName(at + 1)) {
        String name = text.substring(at, end(at + 1));
        variables = true;
        shapes |= !name.equals("$id") && !name.equals("@row_number");
        hidden |= FEATURES.contains(name);
      }
    }
    for (String function : HIDING) {
      hidden |= mentions(function);
    }
  }

  private int end(int start) {
    int end = start;
    while (isName(end)) {
      end++;
    }
    return end;
  }

  private boolean isName(int at) {
    if (at < 0 || at >= text.length()) {
      return false;
    }
    char c = text.charAt(at);
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_' || c > 0xA0;
  }

  private boolean mentions(String name) {
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      if (!isName(at - 1) && !isName(at + name.length())) {
        return true;
      }
    }
    return false;
  }

  /** Whether this field may be looked at; fields are found in whatever case. */
  public boolean has(String field) {
    return hidden
        || field.isEmpty()
        || mentions(field.toLowerCase(Locale.ROOT).replace("\"", "\"\""));
  }

  /** Whether geometries may be looked at. */
  public boolean mayUseGeometry() {
    return shapes || hidden;
  }

  /** Whether there are variables, such as the identifier of the feature. */
  public boolean hasVariables() {
    return variables || hidden;
  }
}
