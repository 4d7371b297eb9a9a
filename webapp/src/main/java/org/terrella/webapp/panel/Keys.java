package org.terrella.webapp.panel;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** Keys of the whole page. Letters and arrows typed into a field are never taken. */
public final class Keys {
  private Keys() {}

  /** Hears of a key; says whether it took it. */
  @JSFunctor
  public interface Listener extends JSObject {
    boolean pressed(JSObject event);
  }

  /** What was pressed, such as {@code ctrl+shift+z}, {@code alt+ArrowUp} or {@code a}. */
  @JSBody(
      params = "event",
      script =
          "const command = event.ctrlKey || event.metaKey;"
              + "const key = event.key === ' ' ? 'Space' : event.key;"
              + "return (command ? 'ctrl+' : '') + (event.altKey ? 'alt+' : '')"
              + "  + (event.shiftKey && (command || key.length > 1) ? 'shift+' : '')"
              + "  + (key.length === 1 ? key.toLowerCase() : key);")
  public static native String name(JSObject event);

  @JSBody(params = "event", script = "event.preventDefault(); event.stopPropagation();")
  public static native void take(JSObject event);

  /**
   * Hears the keys that nothing else took. In a field only those with Ctrl count that a field has
   * no use for, and under a dialog none.
   */
  @JSBody(
      params = "listener",
      script =
          "const fields = /^(INPUT|TEXTAREA|SELECT|WA-INPUT|WA-SELECT|WA-TEXTAREA|WA-SLIDER)$/;"
              + "const plain = /^(checkbox|radio|button|submit|color|file)$/;"
              + "addEventListener('keydown', event => {"
              + "  if (event.defaultPrevented || event.isComposing) return;"
              + "  const command = event.ctrlKey || event.metaKey;"
              + "  const typing = event.composedPath().some(at => at.isContentEditable"
              + "    || fields.test(at.tagName) && !plain.test(at.type));"
              + "  if (typing && !command) return;"
              + "  if (typing && /^([zyacvx]|Arrow.*|Home|End|Backspace|Delete)$/i.test(event.key))"
              + "    return;"
              + "  if (document.querySelector('wa-dialog[open], .menu')) {"
              + "    if (command && /^[so]$/i.test(event.key)) event.preventDefault();"
              + "    return;"
              + "  }"
              + "  if (listener(event)) event.preventDefault();"
              + "});")
  public static native void listen(Listener listener);
}
