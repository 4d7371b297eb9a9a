package org.terrella.interop.ol;

import org.teavm.jso.JSClass;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSModule;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSTopLevel;

/** Clicks and dragged rectangles on the map that are meant to select. */
@JSClass
public abstract class SelectionGestures implements JSObject {
  /** Bit of the shift key. */
  public static final int SHIFT = 1;

  /** Bit of the control key, or of the command key where there is one. */
  public static final int CONTROL = 2;

  /**
   * Listens to a map.
   *
   * @param isOn whether all clicks and drags select; else those with the platform's key only
   * @param selected hears of [x, y] of a click or the closed ring of a rectangle
   * @param clicked hears of [x, y] of any other click
   */
  @JSTopLevel
  @JSModule("terrella:ol")
  public static native void listenToSelection(
      OlMap map, Condition isOn, Selected selected, Clicked clicked);

  /** Something that is so or not. */
  @JSFunctor
  public interface Condition extends JSObject {
    boolean holds();
  }

  /** Hears of a place or rectangle, and of the keys held. */
  @JSFunctor
  public interface Selected extends JSObject {
    void at(double[] coordinates, int keys);
  }

  /** Hears of a place. */
  @JSFunctor
  public interface Clicked extends JSObject {
    void at(double[] coordinate);
  }
}
