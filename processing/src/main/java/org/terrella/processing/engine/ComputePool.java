package org.terrella.processing.engine;

import java.util.function.Consumer;

/** Workers that compute; they keep nothing, so that any of them may be ended at any time. */
public interface ComputePool {
  /** How many tasks can be computed at the same time. */
  int size();

  /**
   * Has a task computed. The listener hears progress, then one result or error; nothing after the
   * job was cancelled.
   *
   * @param job the request on whose behalf this is done
   */
  void submit(int job, Message task, Consumer<Message> listener);

  /** Ends all tasks of a job at once, begun or not. */
  void cancel(int job);
}
