package org.terrella.workbench;

import java.util.function.Consumer;
import org.terrella.error.TerrellaException;
import org.terrella.interop.browser.BrowserException;

/** Starts coroutines, in which code may wait for the engine, for files and for people. */
public final class Tasks {
  private Tasks() {}

  /** Runs work in a coroutine; a failure goes to {@code failed}. */
  public static void start(Work work, Consumer<TerrellaException> failed) {
    new Thread(
            () -> {
              try {
                work.run();
              } catch (RuntimeException failure) {
                failed.accept(known(failure));
              }
            })
        .start();
  }

  /** The failure as one with a stable code. */
  public static TerrellaException known(Throwable failure) {
    if (failure instanceof TerrellaException already) {
      return already;
    }
    if (failure instanceof BrowserException browser) {
      // Errors of our own scripts have codes for names; those of browsers begin with a capital.
      if (browser.name().charAt(0) >= 'a') {
        return new TerrellaException(browser.name(), browser.getMessage(), failure);
      }
      boolean full = browser.name().equals("QuotaExceededError");
      return new TerrellaException(
          full ? "quota-exceeded" : "browser-error",
          full ? "The browser's storage is full." : browser.getMessage(),
          failure);
    }
    String message = failure.getMessage();
    return new TerrellaException(
        "internal-error",
        "Something went wrong inside Terrella" + (message == null ? "." : " (" + message + ")."),
        failure);
  }

  /** Work that may wait. */
  @FunctionalInterface
  public interface Work {
    void run();
  }
}
