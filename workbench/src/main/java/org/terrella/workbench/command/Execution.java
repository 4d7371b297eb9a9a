package org.terrella.workbench.command;

import org.terrella.error.TerrellaException;

/** One execution of a command: where its progress goes, and whether it was cancelled. */
public class Execution {
  private boolean cancelled;
  private Runnable whenCancelled = () -> {};

  /** Says how far the command is: 0 to 1. */
  public void progress(double fraction, String text) {}

  /** Asks the command to stop. */
  public final void cancel() {
    if (!cancelled) {
      cancelled = true;
      whenCancelled.run();
    }
  }

  public final boolean isCancelled() {
    return cancelled;
  }

  /** What to do when the command is cancelled while it waits for something. */
  public final void onCancel(Runnable action) {
    whenCancelled = action;
    if (cancelled) {
      action.run();
    }
  }

  public final void throwIfCancelled() {
    if (cancelled) {
      throw TerrellaException.cancelled();
    }
  }
}
