package org.terrella.webapp.panel;

import java.util.Locale;
import org.teavm.jso.browser.Window;
import org.terrella.webapp.App;
import org.terrella.workbench.message.Messages;
import org.terrella.workbench.ui.El;
import org.terrella.workbench.ui.Icon;

/** Messages over the page; errors stay until they are closed. */
public final class Toasts {
  private static final int SECONDS = 6;
  private static final int SECONDS_TO_ACT = 15;

  private final El stack =
      El.div("toasts")
          .attr("role", "log")
          .attr("aria-live", "polite")
          .attr("aria-label", "Messages");

  public Toasts(App app) {
    app.messages.listen(this::show);
  }

  public El element() {
    return stack;
  }

  private void show(Messages.Message message) {
    String level = message.level().name().toLowerCase(Locale.ROOT);
    El toast =
        El.div("toast toast-" + level)
            .attr("role", message.level() == Messages.Level.ERROR ? "alert" : "status");
    toast.add(El.of("span", "toast-text").text(message.text()));
    if (!message.offer().isEmpty()) {
      toast.add(
          El.of("button", "toast-action")
              .attr("type", "button")
              .text(message.offer())
              .onClick(
                  () -> {
                    toast.remove();
                    message.action().run();
                  }));
    }
    toast.add(El.iconButton(Icon.CLOSE, "Close message", toast::remove));
    stack.add(toast);
    if (message.level() != Messages.Level.ERROR) {
      int seconds = message.offer().isEmpty() ? SECONDS : SECONDS_TO_ACT;
      Window.setTimeout(toast::remove, seconds * 1000);
    }
  }
}
