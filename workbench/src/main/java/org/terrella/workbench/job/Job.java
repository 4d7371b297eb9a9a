package org.terrella.workbench.job;

import org.teavm.jso.JSBody;
import org.terrella.error.TerrellaException;
import org.terrella.workbench.command.Execution;

/** One piece of work that takes a while. */
public final class Job {
  /** Progress comes faster than anybody reads it; drawing it all would keep the page busy. */
  private static final double TELL_MILLIS = 120;

  private final int id;
  private final String title;
  private final Execution execution;
  private final Runnable changed;
  private final double started = now();
  private State state = State.RUNNING;
  private double fraction;
  private double partBegin;
  private double partSize = 1;
  private String partTitle = "";
  private String text = "";
  private double ended;
  private double told;
  private Runnable stop = () -> {};

  Job(int id, String title, Execution execution, Runnable changed) {
    this.id = id;
    this.title = title;
    this.execution = execution;
    this.changed = changed;
  }

  /** What became of a job. */
  public enum State {
    RUNNING,
    DONE,
    FAILED,
    CANCELLED
  }

  public int id() {
    return id;
  }

  public String title() {
    return title;
  }

  public State state() {
    return state;
  }

  /** 0 to 1. */
  public double fraction() {
    return fraction;
  }

  /** What is being done, or why it failed. */
  public String text() {
    return text;
  }

  public double millis() {
    return (state == State.RUNNING ? now() : ended) - started;
  }

  /**
   * Begins a part of the job, whose progress is told as that of the part.
   *
   * @param done how many parts are done
   * @param count how many there are
   * @param title what texts begin with
   */
  public void part(int done, int count, String title) {
    partBegin = (double) done / count;
    partSize = 1.0 / count;
    partTitle = title;
    progress(0, "");
  }

  public void progress(double part, String partText) {
    double newFraction = partBegin + partSize * part;
    String newText =
        partTitle.isEmpty() || partText.isEmpty()
            ? partTitle + partText
            : partTitle + ": " + partText;
    fraction = newFraction;
    if (!newText.isEmpty()) {
      text = newText;
    }
    double time = now();
    if (time - told < TELL_MILLIS) {
      return;
    }
    told = time;
    execution.progress(newFraction, newText);
    changed.run();
  }

  /** What ends the work that this job is waiting for now. */
  public void onCancel(Runnable action) {
    stop = action;
    if (execution.isCancelled()) {
      action.run();
    }
  }

  /** Asks the job to stop. */
  public void cancel() {
    execution.cancel();
  }

  void cancelled() {
    stop.run();
  }

  public void throwIfCancelled() {
    execution.throwIfCancelled();
  }

  public void done(String result) {
    end(State.DONE, result);
  }

  public void failed(Throwable failure) {
    boolean wasCancelled =
        failure instanceof TerrellaException known && known.code().equals("cancelled");
    end(wasCancelled ? State.CANCELLED : State.FAILED, failure.getMessage());
  }

  private void end(State newState, String newText) {
    if (state == State.RUNNING) {
      state = newState;
      text = newText == null ? "" : newText;
      ended = now();
      changed.run();
    }
  }

  @JSBody(script = "return performance.now();")
  private static native double now();
}
