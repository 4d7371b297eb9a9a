package org.terrella.workbench.ui;

import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;

/** A menu that drops down from a button; arrow keys move, Escape closes. */
public final class Menu {
  private final List<El> items = new ArrayList<>();

  public Menu item(Icon icon, String label, Runnable action) {
    El item =
        El.of("button", "menu-item")
            .attr("type", "button")
            .attr("role", "menuitem")
            .attr("tabindex", "-1");
    item.add(icon.element()).add(El.of("span", "").text(label));
    item.onClick(action);
    items.add(item);
    return this;
  }

  /** A line between groups of items. */
  public Menu separator() {
    items.add(El.div("menu-separator").attr("role", "separator"));
    return this;
  }

  /** Shows the menu beside an element. */
  public void open(HTMLElement anchor) {
    El menu = El.div("menu").attr("role", "menu");
    for (El item : items) {
      menu.add(item);
    }
    HTMLDocument.current().getBody().appendChild(menu.node());
    attach(menu.node(), anchor, menu::remove);
  }

  @JSBody(
      params = {"menu", "anchor", "remove"},
      script =
          "const a = anchor.getBoundingClientRect(), m = menu.getBoundingClientRect();"
              + "menu.style.left = Math.max(4, Math.min(a.left, innerWidth - m.width - 4)) + 'px';"
              + "const below = a.bottom + 4;"
              + "menu.style.top = (below + m.height > innerHeight"
              + "  ? Math.max(4, a.top - m.height - 4) : below) + 'px';"
              + "const items = [...menu.querySelectorAll('[role=menuitem]')];"
              // A list that was drawn anew has another button of the same name.
              + "const label = anchor.getAttribute('aria-label');"
              + "const home = () => anchor.isConnected ? anchor"
              + "  : [...document.querySelectorAll('button')].find(button =>"
              + "    button.getAttribute('aria-label') === label) || document.body;"
              + "const close = back => { removeEventListener('pointerdown', outside, true);"
              + "  remove(); if (back) home().focus(); };"
              + "const outside = event => { if (!menu.contains(event.target)) close(false); };"
              + "addEventListener('pointerdown', outside, true);"
              + "menu.addEventListener('click', () => close(true), true);"
              + "menu.addEventListener('keydown', event => {"
              + "  const i = items.indexOf(document.activeElement);"
              + "  if (event.key === 'ArrowDown') items[(i + 1) % items.length].focus();"
              + "  else if (event.key === 'ArrowUp') items[(i - 1 + items.length) % items.length].focus();"
              + "  else if (event.key === 'Home') items[0].focus();"
              + "  else if (event.key === 'End') items[items.length - 1].focus();"
              + "  else if (event.key === 'Escape' || event.key === 'Tab') close(true);"
              + "  else return;"
              + "  event.preventDefault(); event.stopPropagation();"
              + "});"
              + "items[0].focus();")
  private static native void attach(HTMLElement menu, HTMLElement anchor, Action remove);

  /** Something to do. */
  @JSFunctor
  interface Action extends JSObject {
    void run();
  }
}
