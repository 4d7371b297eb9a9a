package org.terrella.workbench.ui;

import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.html.HTMLElement;

/** A menu that drops down from a button or opens at a point; arrow keys move, Escape closes. */
public final class Menu {
  private final List<El> items = new ArrayList<>();

  public Menu item(Icon icon, String label, Runnable action) {
    return item(icon, label, "", true, action);
  }

  /**
   * Adds an item.
   *
   * @param hint the keys that do the same; may be empty
   * @param enabled whether it can be chosen
   */
  public Menu item(Icon icon, String label, String hint, boolean enabled, Runnable action) {
    El item =
        El.of("button", "menu-item")
            .attr("type", "button")
            .attr("role", "menuitem")
            .attr("tabindex", "-1");
    item.add(icon.element()).add(El.of("span", "menu-label").text(label));
    if (!hint.isEmpty()) {
      item.add(El.of("kbd", "").attr("aria-hidden", "true").text(hint));
    }
    if (enabled) {
      item.onClick(action);
    } else {
      item.attr("aria-disabled", "true");
    }
    items.add(item);
    return this;
  }

  /** A line between groups of items. */
  public Menu separator() {
    items.add(El.div("menu-separator").attr("role", "separator"));
    return this;
  }

  /** Shows the menu beside an element, which has the focus again afterwards. */
  public void open(HTMLElement anchor) {
    open(anchor, true, 0, 0, () -> focusAgain(anchor));
  }

  /** Shows the menu beside an element; {@code back} puts the focus where it was. */
  public void open(HTMLElement anchor, Runnable back) {
    open(anchor, true, 0, 0, back);
  }

  /** Shows the menu at a point of the window, in CSS pixels. */
  public void openAt(double x, double y, Runnable back) {
    open(null, false, x, y, back);
  }

  private void open(HTMLElement anchor, boolean beside, double x, double y, Runnable back) {
    El menu = El.div("menu").attr("role", "menu");
    for (El item : items) {
      menu.add(item);
    }
    show(menu.node(), anchor);
    if (beside) {
      placeBeside(menu.node(), anchor);
    } else {
      placeAt(menu.node(), x, y);
    }
    attach(menu.node(), menu::remove, back::run);
  }

  /** A list that was drawn anew has another button of the same name. */
  @JSBody(
      params = "anchor",
      script =
          "const label = anchor.getAttribute('aria-label');"
              + "const home = anchor.isConnected ? anchor"
              + "  : [...document.querySelectorAll('button')].find(button =>"
              + "    button.getAttribute('aria-label') === label) || document.body;"
              + "home.focus();")
  private static native void focusAgain(HTMLElement anchor);

  /** Beside a dialog nothing can be pressed, so that a menu of a dialog lies in it, above all. */
  @JSBody(
      params = {"menu", "anchor"},
      script =
          "const dialog = anchor && anchor.closest('wa-dialog');"
              + "(dialog || document.body).append(menu);"
              + "if (dialog) { menu.popover = 'manual'; menu.showPopover(); }")
  private static native void show(HTMLElement menu, HTMLElement anchor);

  @JSBody(
      params = {"menu", "anchor"},
      script =
          "const box = anchor.getBoundingClientRect(), own = menu.getBoundingClientRect();"
              + "menu.style.left = Math.max(4, Math.min(box.left, innerWidth - own.width - 4)) + 'px';"
              + "const below = box.bottom + 4;"
              + "menu.style.top = (below + own.height > innerHeight"
              + "  ? Math.max(4, box.top - own.height - 4) : below) + 'px';")
  private static native void placeBeside(HTMLElement menu, HTMLElement anchor);

  @JSBody(
      params = {"menu", "x", "y"},
      script =
          "const own = menu.getBoundingClientRect();"
              + "menu.style.left = Math.max(4, Math.min(x, innerWidth - own.width - 4)) + 'px';"
              + "menu.style.top = Math.max(4, Math.min(y, innerHeight - own.height - 4)) + 'px';")
  private static native void placeAt(HTMLElement menu, double x, double y);

  @JSBody(
      params = {"menu", "remove", "back"},
      script =
          "const items = [...menu.querySelectorAll('[role=menuitem]')];"
              + "const close = again => { removeEventListener('pointerdown', outside, true);"
              + "  remove(); if (again) back(); };"
              + "const outside = event => { if (!menu.contains(event.target)) close(false); };"
              + "addEventListener('pointerdown', outside, true);"
              + "menu.addEventListener('contextmenu', event => event.preventDefault());"
              + "menu.addEventListener('click', event => {"
              + "  const item = event.target.closest('[role=menuitem]');"
              + "  if (item && !item.hasAttribute('aria-disabled')) close(true);"
              + "}, true);"
              + "menu.addEventListener('keydown', event => {"
              + "  const i = items.indexOf(document.activeElement);"
              + "  const letter = event.key.length === 1 && event.key !== ' '"
              + "    && !event.ctrlKey && !event.metaKey && !event.altKey;"
              + "  if (event.key === 'ArrowDown') items[(i + 1) % items.length].focus();"
              + "  else if (event.key === 'ArrowUp') items[(i - 1 + items.length) % items.length].focus();"
              + "  else if (event.key === 'Home') items[0].focus();"
              + "  else if (event.key === 'End') items[items.length - 1].focus();"
              + "  else if (event.key === 'Escape' || event.key === 'Tab') close(true);"
              + "  else if (letter) {"
              + "    const after = [...items.slice(i + 1), ...items.slice(0, i + 1)];"
              + "    const found = after.find(item => item.querySelector('.menu-label').textContent"
              + "      .toLowerCase().startsWith(event.key.toLowerCase()));"
              + "    if (found) found.focus();"
              + "  }"
              + "  else return;"
              + "  event.preventDefault(); event.stopPropagation();"
              + "});"
              + "items[0].focus();")
  private static native void attach(HTMLElement menu, Action remove, Action back);

  /** Something to do. */
  @JSFunctor
  interface Action extends JSObject {
    void run();
  }
}
