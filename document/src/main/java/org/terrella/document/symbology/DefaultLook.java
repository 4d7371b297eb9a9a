package org.terrella.document.symbology;

/** Looks for layers that have none: quiet colours that can be told apart on light and dark. */
public final class DefaultLook {
  private static final String[] COLORS = {
    "#3f7fbf", "#d9822b", "#4a9d6f", "#b5549c", "#c0554a", "#6f6ac2", "#2f9aa0", "#a58a2c"
  };

  private DefaultLook() {}

  /** The look that belongs to a layer's id, always the same. */
  public static Symbology of(String layerId) {
    return ofColor(COLORS[(layerId.hashCode() & 0x7fffffff) % COLORS.length]);
  }

  /** The look of the n-th layer that is added. */
  public static Symbology ofNumber(int number) {
    return ofColor(COLORS[number % COLORS.length]);
  }

  private static Symbology ofColor(String hex) {
    return Symbology.single(Rgba.ofHex(hex, 0.45), Rgba.ofHex(hex, 1), 1.25, 5);
  }
}
