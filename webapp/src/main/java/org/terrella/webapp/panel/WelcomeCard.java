package org.terrella.webapp.panel;

import org.teavm.jso.JSBody;
import org.terrella.workbench.ui.El;
import org.terrella.workbench.ui.Icon;

/** Three things to try on the sample map. */
public final class WelcomeCard {
  private final El card;

  /** What the three suggestions do. */
  public record Suggestions(Runnable style, Runnable buffer, Runnable addData) {}

  public WelcomeCard(Suggestions suggestions) {
    El close = El.iconButton(Icon.CLOSE, "Close", this::dismiss);
    card =
        El.of("aside", "card welcome")
            .attr("aria-label", "Three things to try")
            .add(
                El.of("header", "card-head")
                    .add(El.of("h2", "").text("Three things to try"), close),
                suggestion(
                    "Colour by depth",
                    "Earthquakes, classes of depth_km",
                    Icon.STYLE,
                    suggestions.style()),
                suggestion(
                    "Draw 500 km around them",
                    "Buffer, dissolved, on the globe",
                    Icon.TOOLBOX,
                    suggestions.buffer()),
                suggestion(
                    "Add a file of yours",
                    "It stays on this machine",
                    Icon.ADD,
                    suggestions.addData()));
    card.flag("hidden", wasDismissed());
  }

  public El element() {
    return card;
  }

  private El suggestion(String title, String detail, Icon icon, Runnable action) {
    return El.of("button", "suggestion")
        .attr("type", "button")
        .add(icon.element())
        .add(
            El.div("suggestion-text")
                .add(El.of("strong", "").text(title), El.of("span", "").text(detail)))
        .onClick(
            () -> {
              if (Shell.isNarrow()) {
                hide();
              }
              action.run();
            });
  }

  /** Hides the card for good. */
  public void dismiss() {
    card.flag("hidden", true);
    remember();
  }

  public void showUnlessDismissed() {
    card.flag("hidden", wasDismissed());
  }

  public void hide() {
    card.flag("hidden", true);
  }

  @JSBody(
      script =
          "try { return !!localStorage.getItem('terrella.welcomed'); }"
              + " catch (none) { return false; }")
  private static native boolean wasDismissed();

  @JSBody(
      script = "try { localStorage.setItem('terrella.welcomed', '1'); } catch (none) { return; }")
  private static native void remember();
}
