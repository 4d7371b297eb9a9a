package org.terrella.workbench.job;

import java.util.ArrayList;
import java.util.List;
import org.terrella.workbench.command.Execution;

/** The work in progress and what came of it, newest first. */
public final class Jobs {
  private static final int KEPT = 50;

  private final List<Job> jobs = new ArrayList<>();
  private final List<Runnable> listeners = new ArrayList<>();
  private int count;

  public List<Job> all() {
    return List.copyOf(jobs);
  }

  public int running() {
    int running = 0;
    for (Job job : jobs) {
      if (job.state() == Job.State.RUNNING) {
        running++;
      }
    }
    return running;
  }

  public void listen(Runnable listener) {
    listeners.add(listener);
  }

  /** A new job, whose progress also goes to the execution that began it. */
  public Job start(String title, Execution execution) {
    Job job = new Job(++count, title, execution, this::changed);
    execution.onCancel(job::cancelled);
    jobs.add(0, job);
    if (jobs.size() > KEPT) {
      jobs.remove(jobs.size() - 1);
    }
    changed();
    return job;
  }

  private void changed() {
    for (Runnable listener : List.copyOf(listeners)) {
      listener.run();
    }
  }
}
