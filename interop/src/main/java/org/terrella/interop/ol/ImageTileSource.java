package org.terrella.interop.ol;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSClass;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSModule;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;
import org.terrella.interop.browser.Literal;

/** {@code ol/source/ImageTile}: tiles that a function makes. */
@JSClass(name = "ImageTile")
@JSModule("terrella:ol")
public class ImageTileSource implements JSObject {
  public ImageTileSource(Literal options) {}

  public native TileGrid getTileGrid();

  /** Asks for all tiles anew; those of the old key are shown until the new ones are there. */
  public native void setKey(String key);

  public native void refresh();

  /** Options with a loader in them, which must be handed over as a function. */
  @JSBody(
      params = {"options", "loader"},
      script = "options.loader = loader; return options;")
  public static native Literal options(Literal options, Loader loader);

  /** Makes the picture of tile (z, x, y). */
  @JSFunctor
  public interface Loader extends JSObject {
    JSPromise<JSObject> load(int z, int x, int y, JSObject options);
  }
}
