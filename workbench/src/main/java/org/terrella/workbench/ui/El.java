package org.terrella.workbench.ui;

import java.util.function.Consumer;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.events.EventListener;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;

/** An element under construction. Content is set as text, never as markup. */
public final class El {
  private final HTMLElement node;

  private El(HTMLElement node) {
    this.node = node;
  }

  /** A new element with class names (separated by spaces; may be empty). */
  public static El of(String tag, String classes) {
    El el = new El(HTMLDocument.current().createElement(tag));
    if (!classes.isEmpty()) {
      el.node.setClassName(classes);
    }
    return el;
  }

  public static El div(String classes) {
    return of("div", classes);
  }

  /** A small button with an icon; the label is its name for screen readers and its tooltip. */
  public static El iconButton(Icon icon, String label, Runnable action) {
    return of("button", "icon-button")
        .attr("type", "button")
        .attr("aria-label", label)
        .attr("title", label)
        .add(icon.element())
        .onClick(action);
  }

  /** A Web Awesome button. */
  public static El button(String label, String variant, Runnable action) {
    return of("wa-button", "")
        .attr("variant", variant)
        .attr("appearance", variant.equals("neutral") ? "outlined" : "accent")
        .attr("size", "s")
        .text(label)
        .onClick(action);
  }

  public HTMLElement node() {
    return node;
  }

  public El text(String text) {
    node.setTextContent(text);
    return this;
  }

  public El attr(String name, String value) {
    node.setAttribute(name, value);
    return this;
  }

  /** Sets or removes an attribute without value. */
  public El flag(String name, boolean on) {
    if (on) {
      node.setAttribute(name, "");
    } else {
      node.removeAttribute(name);
    }
    return this;
  }

  /** A CSS property; custom properties too. */
  public El css(String property, String value) {
    node.getStyle().setProperty(property, value);
    return this;
  }

  public El id(String id) {
    node.setId(id);
    return this;
  }

  public El add(El... children) {
    for (El child : children) {
      if (child != null) {
        node.appendChild(child.node);
      }
    }
    return this;
  }

  public El add(HTMLElement child) {
    node.appendChild(child);
    return this;
  }

  /** Replaces all children. */
  public El content(El... children) {
    clear();
    return add(children);
  }

  public El clear() {
    while (node.getFirstChild() != null) {
      node.removeChild(node.getFirstChild());
    }
    return this;
  }

  public El toggle(String className, boolean on) {
    toggleClass(node, className, on);
    return this;
  }

  public El onClick(Runnable action) {
    return on("click", event -> action.run());
  }

  public El on(String type, Consumer<Event> listener) {
    EventListener<Event> handler = listener::accept;
    node.addEventListener(type, handler);
    return this;
  }

  /** The value of an input, select or slider. */
  public String value() {
    return valueOf(node);
  }

  public El value(String value) {
    setValue(node, value);
    return this;
  }

  /** The values of a select that takes several. */
  public String[] values() {
    return valuesOf(node);
  }

  public boolean checked() {
    return checkedOf(node);
  }

  public El checked(boolean checked) {
    setChecked(node, checked);
    return this;
  }

  /** Sets a JavaScript property, for custom elements that take no attribute. */
  public El property(String name, JSObject value) {
    setProperty(node, name, value);
    return this;
  }

  /** The first element inside that a selector finds. */
  public El inner(String selector) {
    return new El(node.querySelector(selector));
  }

  /** Sets an attribute of all elements inside that a selector finds. */
  public El each(String selector, String attribute, String value) {
    setEach(node, selector, attribute, value);
    return this;
  }

  /** Whether the person is just typing into, or dragging, something inside. */
  public static boolean isEditing(El element) {
    return containsFocus(element.node);
  }

  public void focus() {
    node.focus();
  }

  public void remove() {
    if (node.getParentNode() != null) {
      node.getParentNode().removeChild(node);
    }
  }

  @JSBody(
      params = {"e", "name", "on"},
      script = "e.classList.toggle(name, on);")
  private static native void toggleClass(HTMLElement e, String name, boolean on);

  @JSBody(params = "e", script = "return e.value == null ? '' : String(e.value);")
  private static native String valueOf(HTMLElement e);

  @JSBody(
      params = {"e", "value"},
      script = "e.value = value;")
  private static native void setValue(HTMLElement e, String value);

  @JSBody(params = "e", script = "return !!e.checked;")
  private static native boolean checkedOf(HTMLElement e);

  @JSBody(
      params = {"e", "checked"},
      script = "e.checked = checked;")
  private static native void setChecked(HTMLElement e, boolean checked);

  @JSBody(
      params = {"e", "name", "value"},
      script = "e[name] = value;")
  private static native void setProperty(HTMLElement e, String name, JSObject value);

  @JSBody(
      params = {"element", "selector", "attribute", "value"},
      script =
          "for (const found of element.querySelectorAll(selector))"
              + " found.setAttribute(attribute, value);")
  private static native void setEach(
      HTMLElement element, String selector, String attribute, String value);

  @JSBody(params = "element", script = "return element.contains(document.activeElement);")
  private static native boolean containsFocus(HTMLElement element);

  @JSBody(
      params = "e",
      script =
          "return Array.isArray(e.value) ? e.value.map(String) : e.value ? [String(e.value)] : [];")
  private static native String[] valuesOf(HTMLElement e);
}
