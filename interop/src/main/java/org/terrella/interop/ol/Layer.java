package org.terrella.interop.ol;

import org.teavm.jso.JSObject;

/** What all OpenLayers layers share. */
public interface Layer extends JSObject {
  void setVisible(boolean visible);

  void setOpacity(double opacity);

  void setZIndex(double index);

  void setSource(JSObject source);
}
