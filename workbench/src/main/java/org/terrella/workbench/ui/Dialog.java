package org.terrella.workbench.ui;

import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;

/** A dialog over the page: Web Awesome's, with a label, content and buttons. */
public final class Dialog {
  private final El element;
  private final El footer;
  private Runnable whenClosed = () -> {};
  private boolean closed;

  public Dialog(String label, El content) {
    footer = El.div("dialog-buttons").attr("slot", "footer");
    element =
        El.of("wa-dialog", "dialog").attr("label", label).attr("light-dismiss", "").add(content);
    element.add(footer);
    element.on(
        "wa-after-hide",
        event -> {
          if (targets(event.getTarget(), element.node())) {
            finish();
          }
        });
  }

  /** Adds a button; the last one added stands at the right. */
  public Dialog button(String label, String variant, Runnable action) {
    footer.add(El.button(label, variant, action));
    return this;
  }

  /** Adds the button that closes the dialog and does nothing else. */
  public Dialog cancelButton() {
    return button("Cancel", "neutral", this::close);
  }

  public Dialog whenClosed(Runnable action) {
    whenClosed = action;
    return this;
  }

  /** Says whether a dialog may close now. */
  public interface Guard {
    boolean mayClose();
  }

  /** Asks {@code guard} before the dialog closes, however it is closed. */
  public Dialog guard(Guard guard) {
    element.on(
        "wa-hide",
        event -> {
          if (targets(event.getTarget(), element.node()) && !guard.mayClose()) {
            event.preventDefault();
          }
        });
    return this;
  }

  public Dialog open() {
    HTMLDocument.current().getBody().appendChild(element.node());
    show(element.node());
    return this;
  }

  public void close() {
    hide(element.node());
  }

  public HTMLElement node() {
    return element.node();
  }

  private void finish() {
    if (!closed) {
      closed = true;
      element.remove();
      whenClosed.run();
    }
  }

  @JSBody(
      params = {"a", "b"},
      script = "return a === b;")
  private static native boolean targets(Object a, HTMLElement b);

  @JSBody(
      params = "e",
      script = "customElements.whenDefined('wa-dialog').then(() => { e.open = true; });")
  private static native void show(HTMLElement e);

  @JSBody(params = "e", script = "e.open = false;")
  private static native void hide(HTMLElement e);
}
