package org.terrella.processing.expression;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.terrella.error.TerrellaException;

/**
 * The names that stand in an expression, found without understanding it, so that a program without
 * the functions can tell which fields the expression may look at.
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

  private final Set<String> names = new LinkedHashSet<>();
  private boolean variables;
  private boolean shapes;
  private boolean hidden;

  /** The names in {@code text}, up to where it cannot be read any further. */
  public MentionedNames(String text) {
    Lexer lexer = new Lexer(text);
    try {
      for (Token token = lexer.next(); token.kind() != Token.Kind.END; token = lexer.next()) {
        switch (token.kind()) {
          case WORD, QUOTED_NAME -> {
            String name = token.text().toLowerCase(Locale.ROOT);
            names.add(name);
            shapes |= name.startsWith("overlay_");
          }
          case VARIABLE -> {
            variables = true;
            shapes |= !token.text().equals("$id") && !token.text().equals("@row_number");
            hidden |= FEATURES.contains(token.text().toLowerCase(Locale.ROOT));
          }
          default -> {}
        }
      }
    } catch (TerrellaException unreadable) {
      // Whoever computes the expression says so.
    }
    for (String function : HIDING) {
      hidden |= names.contains(function);
    }
  }

  /** Whether this field may be looked at; fields are found in whatever case. */
  public boolean has(String field) {
    return hidden || names.contains(field.toLowerCase(Locale.ROOT));
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
