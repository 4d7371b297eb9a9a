package org.terrella.webapp.panel;

import java.util.Locale;
import org.terrella.webapp.App;
import org.terrella.workbench.job.Job;
import org.terrella.workbench.ui.El;
import org.terrella.workbench.ui.Icon;

/** Work in progress, each with its progress and a way to stop it, and what came of the rest. */
public final class JobsPanel implements Shell.Panel {
  private final App app;
  private final Shell shell;
  private final El list = El.of("ul", "job-list").attr("aria-live", "polite");
  private final El content = El.div("panel-body").add(list);

  public JobsPanel(App app, Shell shell) {
    this.app = app;
    this.shell = shell;
    app.jobs.listen(this::draw);
  }

  /** To be called once, when the panel has its place. */
  public void begin() {
    draw();
  }

  @Override
  public String id() {
    return "jobs";
  }

  @Override
  public String title() {
    return "Jobs";
  }

  @Override
  public Icon icon() {
    return Icon.JOBS;
  }

  @Override
  public El content() {
    return content;
  }

  private void draw() {
    int running = app.jobs.running();
    shell.badge(id(), running == 0 ? "" : Integer.toString(running));
    list.clear();
    for (Job job : app.jobs.all()) {
      list.add(item(job));
    }
    if (app.jobs.all().isEmpty()) {
      list.add(El.of("li", "empty").text("What you start appears here."));
    }
  }

  private static El item(Job job) {
    boolean running = job.state() == Job.State.RUNNING;
    El item = El.of("li", "job job-" + job.state().name().toLowerCase(Locale.ROOT));
    El head =
        El.div("job-head")
            .add(El.of("strong", "").text(job.title()))
            .add(El.of("span", "job-time").text(seconds(job.millis())));
    item.add(head);
    if (running) {
      item.add(
          El.of("progress", "")
              .attr("max", "1")
              .attr("value", Double.toString(Math.max(0.02, job.fraction())))
              .attr("aria-label", job.title()));
    }
    String text =
        switch (job.state()) {
          case RUNNING -> job.text().isEmpty() ? "Working…" : job.text();
          case CANCELLED -> "Cancelled";
          default -> job.text();
        };
    El foot = El.div("job-foot").add(El.of("span", "job-text").text(text));
    if (running) {
      foot.add(
          El.of("button", "small-button")
              .attr("type", "button")
              .attr("aria-label", "Cancel " + job.title())
              .text("Cancel")
              .onClick(job::cancel));
    }
    return item.add(foot);
  }

  private static String seconds(double millis) {
    long tenths = (long) (millis / 100 + 0.5);
    return tenths / 10 + "." + tenths % 10 + " s";
  }
}
