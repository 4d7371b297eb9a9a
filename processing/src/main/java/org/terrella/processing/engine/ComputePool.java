package org.terrella.processing.engine;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Workers that compute; any of them may be ended at any time. */
public interface ComputePool {
  /** How many tasks can be computed at the same time. */
  int size();

  /**
   * Has a task computed. The listener hears progress, then one result or error; nothing after the
   * job was cancelled.
   *
   * @param job the request on whose behalf this is done
   */
  default void submit(int job, Message task, Consumer<Message> listener) {
    submit(job, task.kind(), () -> task, listener);
  }

  /**
   * As {@link #submit(int, Message, Consumer)}, of a task that is made when a worker is free for
   * it, and again when that one was ended meanwhile.
   */
  void submit(int job, String kind, Supplier<Message> task, Consumer<Message> listener);

  /**
   * A slice of a table that workers keep.
   *
   * @param table its number, see {@link KeptTable}
   * @param first its first row
   */
  record Slice(int table, int first) {}

  /**
   * As {@link #submit(int, String, Supplier, Consumer)}, of a task on a slice that workers keep.
   *
   * @param task makes the message; it is told whether the worker has the slice already
   */
  default void submit(
      int job,
      String kind,
      Slice slice,
      Function<Boolean, Message> task,
      Consumer<Message> listener) {
    submit(job, kind, () -> task.apply(false), listener);
  }

  /**
   * Gives what all tasks of a job need: each worker gets it before its first task of the job, and
   * forgets it with the next job's.
   *
   * @param inputs is not answered
   */
  void share(int job, Message inputs);

  /** Lets workers forget what was shared for a job. */
  void release(int job);

  /** Ends all tasks of a job at once, begun or not. */
  void cancel(int job);
}
