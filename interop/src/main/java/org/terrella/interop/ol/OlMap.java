package org.terrella.interop.ol;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSClass;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSModule;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLElement;
import org.terrella.interop.browser.Literal;

/** {@code ol/Map}. */
@JSClass(name = "Map")
@JSModule("terrella:ol")
public class OlMap implements JSObject {
  public OlMap(Literal options) {}

  public native View getView();

  public native void setView(View view);

  public native void setTarget(HTMLElement target);

  public native HTMLElement getTargetElement();

  public native HTMLElement getViewport();

  public native void addLayer(Layer layer);

  public native void removeLayer(Layer layer);

  public native void addControl(JSObject control);

  public native void updateSize();

  public native void render();

  public native void renderSync();

  /** Width and height in CSS pixels. */
  public native double[] getSize();

  @JSBody(params = "size", script = "this.setSize(Array.from(size));")
  public native void setSize(double[] size);

  /** Device pixels per CSS pixel. */
  public native double getPixelRatio();

  public native void setPixelRatio(double ratio);

  public native double[] getEventCoordinate(JSObject event);

  public native void on(String type, Listener listener);

  public native void once(String type, Listener listener);

  /**
   * The map as drawn now, all layers of the class {@code ol-layer} with their opacity, on a fresh
   * canvas.
   */
  @JSBody(
      script =
          "const size = this.getSize();"
              + "const ratio = this.getPixelRatio ? this.getPixelRatio() : 1;"
              + "const out = document.createElement('canvas');"
              + "out.width = Math.round(size[0] * ratio);"
              + "out.height = Math.round(size[1] * ratio);"
              + "const context = out.getContext('2d');"
              + "context.fillStyle = getComputedStyle(this.getTargetElement().parentNode).backgroundColor;"
              + "context.fillRect(0, 0, out.width, out.height);"
              + "const root = this.getViewport();"
              + "for (const canvas of root.querySelectorAll('.ol-layer canvas, canvas.ol-layer')) {"
              + "  if (canvas.width === 0) continue;"
              + "  context.globalAlpha = Number(canvas.parentNode.style.opacity || canvas.style.opacity || 1);"
              + "  const m = /^matrix\\(([^)]*)\\)$/.exec(canvas.style.transform);"
              + "  const t = m ? m[1].split(',').map(Number) : [canvas.clientWidth / canvas.width, 0, 0, canvas.clientHeight / canvas.height, 0, 0];"
              + "  context.setTransform(t[0] * ratio, t[1] * ratio, t[2] * ratio, t[3] * ratio, t[4] * ratio, t[5] * ratio);"
              + "  context.drawImage(canvas, 0, 0);"
              + "}"
              + "return out;")
  public native HTMLCanvasElement picture();

  /** A listener of map, layer or view events. */
  @JSFunctor
  public interface Listener extends JSObject {
    void handle(MapEvent event);
  }
}
