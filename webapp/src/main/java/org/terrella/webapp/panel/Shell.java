package org.terrella.webapp.panel;

import java.util.LinkedHashMap;
import java.util.Map;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLDocument;
import org.terrella.workbench.ui.El;
import org.terrella.workbench.ui.Icon;

/**
 * The frame of the page: bar, map, panels at its left and right, status. On a narrow screen the
 * panels share one sheet over the lower half of the map.
 */
public final class Shell {
  private final El body = El.div("shell");
  private final El left = El.div("dock dock-left").attr("data-side", "left");
  private final El right = El.div("dock dock-right").attr("data-side", "right");
  private final El rail = El.of("nav", "rail").attr("aria-label", "Panels");
  private final El stage = El.of("main", "stage").attr("aria-label", "Map");
  private final El mapElement =
      El.div("map")
          .attr("tabindex", "0")
          .attr("role", "application")
          .attr("aria-label", "Map; arrow keys pan, + and − zoom");
  private final El overlays = El.div("overlays");
  private final Map<String, Entry> panels = new LinkedHashMap<>();

  private record Entry(Panel panel, El section, El tab, boolean onLeft) {}

  /** A panel of the page. */
  public interface Panel {
    String id();

    String title();

    Icon icon();

    El content();

    /** Hears that it is shown. */
    default void shown() {}
  }

  public Shell(El bar, El status) {
    stage.add(mapElement, overlays);
    El middle = El.div("middle").add(rail, left, stage, right);
    body.add(bar, middle, status);
  }

  public El map() {
    return mapElement;
  }

  /** Cards over the map: legend, features found. */
  public El overlays() {
    return overlays;
  }

  public void attach() {
    HTMLDocument.current().getBody().appendChild(body.node());
  }

  /** Adds a panel; the first ones of each side are seen on wide screens. */
  public void add(Panel panel, boolean onLeft) {
    El close =
        El.iconButton(Icon.CLOSE, "Close " + panel.title(), () -> hide(panel.id()))
            .toggle("panel-close", true);
    El head = El.of("header", "panel-head").add(El.of("h2", "").text(panel.title()), close);
    El section =
        El.of("section", "panel")
            .attr("aria-label", panel.title())
            .id("panel-" + panel.id())
            .add(head, panel.content());
    section.flag("hidden", true);
    (onLeft ? left : right).add(section);
    El tab =
        El.of("button", "rail-button")
            .attr("type", "button")
            .attr("aria-expanded", "false")
            .attr("aria-controls", "panel-" + panel.id())
            .attr("title", panel.title())
            .add(panel.icon().element())
            .add(El.of("span", "rail-label").text(panel.title()))
            .onClick(() -> toggle(panel.id()));
    rail.add(tab);
    panels.put(panel.id(), new Entry(panel, section, tab, onLeft));
  }

  /** Shows a panel; another at its side makes room. On narrow screens only one is seen. */
  public void show(String id) {
    Entry shown = panels.get(id);
    for (Entry entry : panels.values()) {
      if (entry != shown && (entry.onLeft() == shown.onLeft() || isNarrow())) {
        set(entry, false);
      }
    }
    set(shown, true);
    shown.panel().shown();
    update();
  }

  public void hide(String id) {
    set(panels.get(id), false);
    update();
  }

  private void toggle(String id) {
    if (isShown(id)) {
      hide(id);
    } else {
      show(id);
    }
  }

  public boolean isShown(String id) {
    return !panels.get(id).section().node().hasAttribute("hidden");
  }

  private static void set(Entry entry, boolean shown) {
    entry.section().flag("hidden", !shown);
    entry.tab().attr("aria-expanded", shown ? "true" : "false");
  }

  private void update() {
    boolean anyLeft = false;
    boolean anyRight = false;
    for (Entry entry : panels.values()) {
      boolean shown = isShown(entry.panel().id());
      anyLeft |= shown && entry.onLeft();
      anyRight |= shown && !entry.onLeft();
    }
    left.toggle("dock-empty", !anyLeft);
    right.toggle("dock-empty", !anyRight);
    body.toggle("sheet-open", anyLeft || anyRight);
  }

  /** Marks a tab with a small count; empty removes it. */
  public void badge(String id, String text) {
    El tab = panels.get(id).tab();
    tab.attr("data-badge", text);
    tab.toggle("has-badge", !text.isEmpty());
  }

  @JSBody(script = "return innerWidth < 760;")
  public static native boolean isNarrow();

  /** Puts a theme on the page, {@code light} or {@code dark}, and remembers the choice. */
  public static void chooseTheme(String theme) {
    showTheme(theme);
    rememberTheme(theme);
  }

  /** Shows the theme that was chosen, or else follows that of the system, now and later. */
  @JSBody(
      script =
          "const show = theme => {"
              + "  document.documentElement.classList.toggle('wa-dark', theme === 'dark');"
              + "  document.documentElement.dataset.theme = theme; };"
              + "const kept = () => { try { return localStorage.getItem('terrella.theme') || ''; }"
              + "  catch (none) { return ''; } };"
              + "const system = matchMedia('(prefers-color-scheme: dark)');"
              + "const follow = () => show(kept() || (system.matches ? 'dark' : 'light'));"
              + "system.addEventListener('change', follow);"
              + "follow();")
  public static native void followTheme();

  @JSBody(
      params = "theme",
      script =
          "document.documentElement.classList.toggle('wa-dark', theme === 'dark');"
              + "document.documentElement.dataset.theme = theme;")
  private static native void showTheme(String theme);

  @JSBody(
      params = "theme",
      script = "try { localStorage.setItem('terrella.theme', theme); } catch (none) { return; }")
  private static native void rememberTheme(String theme);

  @JSBody(script = "return document.documentElement.dataset.theme || 'light';")
  static native String currentTheme();
}
