package org.terrella.webapp.panel;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** Keys of the whole page. Letters and arrows typed into a field are never taken. */
public final class Keys {
  private Keys() {}

  /** Hears a key such as {@code ctrl+k} or {@code a}; says whether it took it. */
  @JSFunctor
  public interface Listener extends JSObject {
    boolean pressed(String key);
  }

  @JSBody(
      params = "listener",
      script =
          "addEventListener('keydown', event => {"
              + "  const target = event.composedPath()[0];"
              + "  const typing = target && !target.readOnly && (target.isContentEditable"
              + "    || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));"
              + "  const command = event.ctrlKey || event.metaKey;"
              + "  if (typing && !command) return;"
              + "  if (typing && /^[zyacvx]$/i.test(event.key)) return;"
              + "  const name = (command ? 'ctrl+' : '') + (event.altKey ? 'alt+' : '')"
              + "    + (event.shiftKey && (command || event.key.length > 1) ? 'shift+' : '')"
              + "    + (command ? event.key.toLowerCase() : event.key);"
              + "  if (listener(name)) event.preventDefault();"
              + "});")
  public static native void listen(Listener listener);
}
