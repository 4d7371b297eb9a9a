package org.terrella.webapp.panel;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * Focus and dragging in a tree of elements that have {@code role=treeitem} and a {@code data-key},
 * each with a {@code .tree-row} of its own. One of them can be reached with Tab.
 */
final class TreeRows {
  private TreeRows() {}

  /** Hears that a row was dragged to another: before, after, into or first in it, or to the end. */
  @JSFunctor
  interface Dropped extends JSObject {
    void at(String dragged, String target, String where);
  }

  /** Key of the row that has the focus; empty when none has. */
  @JSBody(
      params = "tree",
      script =
          "const at = document.activeElement && document.activeElement.closest('[data-key]');"
              + "return at && tree.contains(at) ? at.dataset.key : '';")
  static native String focused(HTMLElement tree);

  /** Puts the focus on a row; says whether it is there. */
  @JSBody(
      params = {"tree", "key"},
      script =
          "const row = [...tree.querySelectorAll('[data-key]')]"
              + "  .find(each => each.dataset.key === key);"
              + "if (!row) return false;"
              + "row.focus();"
              + "row.querySelector('.tree-row').scrollIntoView({ block: 'nearest' });"
              + "return true;")
  static native boolean focus(HTMLElement tree, String key);

  /** The row of a key. */
  @JSBody(
      params = {"tree", "key"},
      script =
          "return [...tree.querySelectorAll('[data-key]')].find(each => each.dataset.key === key)"
              + "  .querySelector('.tree-row');")
  static native HTMLElement row(HTMLElement tree, String key);

  /** Key of the row that an event is about; empty when it is about none. */
  @JSBody(
      params = "event",
      script =
          "const at = event.target.closest('[data-key]');" + "return at ? at.dataset.key : '';")
  static native String keyOf(JSObject event);

  /** Whether an event came from a row itself, not from a button in it. */
  @JSBody(params = "event", script = "return event.target.hasAttribute('data-key');")
  static native boolean isOwn(JSObject event);

  @JSBody(params = "event", script = "return event.clientX;")
  static native double x(JSObject event);

  @JSBody(params = "event", script = "return event.clientY;")
  static native double y(JSObject event);

  /**
   * Lets Tab reach the row that had the focus last, and gives the focus back to it when a dialog
   * that was opened from there closes: the list may have been drawn anew.
   */
  @JSBody(
      params = "tree",
      script =
          "let last = '';"
              + "const find = key => [...tree.querySelectorAll('[data-key]')]"
              + "  .find(row => row.dataset.key === key);"
              + "tree.addEventListener('focusin', event => {"
              + "  const row = event.target.closest('[data-key]');"
              + "  if (!row) return;"
              + "  last = row.dataset.key;"
              + "  tree.querySelectorAll('[data-key]').forEach(each => { each.tabIndex = -1; });"
              + "  row.tabIndex = 0;"
              + "});"
              + "addEventListener('focusin', event => {"
              + "  if (!event.target.closest('[role=tree], wa-dialog, .menu')) last = '';"
              + "});"
              + "addEventListener('wa-after-hide', event => {"
              + "  if (event.target.localName !== 'wa-dialog' || !last) return;"
              + "  const lost = !document.activeElement || document.activeElement === document.body;"
              + "  const row = find(last);"
              + "  if (lost && row) row.focus();"
              + "});")
  static native void keepFocus(HTMLElement tree);

  /** Lets rows be dragged, and shows where they would go. */
  @JSBody(
      params = {"tree", "dropped"},
      script =
          "let dragged = null, target = null, where = '';"
              + "const marks = ['drop-before', 'drop-after', 'drop-into', 'drop-first', 'drop-end'];"
              + "const clear = () => { target = null;"
              + "  [tree, ...tree.querySelectorAll('[data-key]')]"
              + "    .forEach(each => each.classList.remove(...marks)); };"
              + "tree.addEventListener('dragstart', event => {"
              + "  dragged = event.target.closest('[data-key]');"
              + "  if (!dragged) return;"
              + "  event.dataTransfer.effectAllowed = 'move';"
              + "  event.dataTransfer.setData('application/x-terrella-layer', dragged.dataset.key);"
              + "  event.dataTransfer.setDragImage(dragged.querySelector('.tree-row'), 12, 12);"
              + "});"
              + "tree.addEventListener('dragend', () => { dragged = null; clear(); });"
              + "tree.addEventListener('dragleave', event => {"
              + "  if (!tree.contains(event.relatedTarget)) clear(); });"
              + "tree.addEventListener('dragover', event => {"
              + "  if (!dragged) return;"
              + "  event.preventDefault(); event.stopPropagation();"
              + "  const row = event.target.closest('.tree-row');"
              + "  if (!row && event.target !== tree) return;"
              + "  clear();"
              + "  target = row ? row.closest('[data-key]') : tree;"
              + "  if (dragged.contains(target)) { target = null; return; }"
              + "  if (!row) { where = 'end'; }"
              + "  else {"
              + "    const box = row.getBoundingClientRect();"
              + "    const part = (event.clientY - box.top) / box.height;"
              + "    const group = target.hasAttribute('aria-expanded');"
              + "    const open = target.getAttribute('aria-expanded') === 'true'"
              + "      && target.querySelector('[data-key]');"
              + "    where = !group ? (part > 0.5 ? 'after' : 'before')"
              + "      : part < 0.3 ? 'before' : part <= 0.7 ? 'into' : open ? 'first' : 'after';"
              + "  }"
              + "  target.classList.add('drop-' + where);"
              + "});"
              + "tree.addEventListener('drop', event => {"
              + "  if (!dragged) return;"
              + "  event.preventDefault(); event.stopPropagation();"
              + "  const from = dragged.dataset.key, to = target && (target.dataset.key || '');"
              + "  const place = where; clear();"
              + "  if (to !== null) dropped(from, to, place);"
              + "});")
  static native void draggable(HTMLElement tree, Dropped dropped);
}
