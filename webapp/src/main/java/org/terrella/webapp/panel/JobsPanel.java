package org.terrella.webapp.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.terrella.exact.DoubleText;
import org.terrella.webapp.App;
import org.terrella.workbench.job.Job;
import org.terrella.workbench.ui.El;
import org.terrella.workbench.ui.Icon;

/** Work in progress, each with its progress and a way to stop it, and what came of the rest. */
public final class JobsPanel implements Shell.Panel {
  private final App app;
  private final Shell shell;
  private final El list = El.of("ul", "job-list");
  private final List<Item> items = new ArrayList<>();
  private String drawn = "none";
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
    StringBuilder state = new StringBuilder();
    for (Job job : app.jobs.all()) {
      state.append(job.id()).append(job.state().name());
    }
    // A list drawn anew under the pointer would swallow clicks on its buttons.
    if (state.toString().equals(drawn)) {
      items.forEach(Item::update);
      return;
    }
    drawn = state.toString();
    items.clear();
    list.clear();
    for (Job job : app.jobs.all()) {
      Item item = new Item(job);
      items.add(item);
      list.add(item.element);
    }
    if (items.isEmpty()) {
      list.add(El.of("li", "empty").text("What you start appears here."));
    }
  }

  /** One job of the list. */
  private static final class Item {
    private final Job job;
    private final El element;
    private final El time = El.of("span", "job-time");
    private final El text = El.of("span", "job-text");
    private final El progress = El.of("progress", "").attr("max", "1");

    Item(Job job) {
      this.job = job;
      boolean running = job.state() == Job.State.RUNNING;
      element = El.of("li", "job job-" + job.state().name().toLowerCase(Locale.ROOT));
      element.add(El.div("job-head").add(El.of("strong", "").text(job.title()), time));
      if (running) {
        element.add(progress.attr("aria-label", job.title()));
      }
      El foot = El.div("job-foot").add(text);
      if (running) {
        foot.add(
            El.of("button", "small-button")
                .attr("type", "button")
                .attr("aria-label", "Cancel " + job.title())
                .text("Cancel")
                .onClick(job::cancel));
      }
      element.add(foot);
      update();
    }

    void update() {
      time.text(seconds(job.millis()));
      progress.attr("value", DoubleText.write(Math.max(0.02, job.fraction())));
      text.text(
          switch (job.state()) {
            case RUNNING -> job.text().isEmpty() ? "Working…" : job.text();
            case CANCELLED -> "Cancelled";
            default -> job.text();
          });
    }
  }

  private static String seconds(double millis) {
    long tenths = (long) (millis / 100 + 0.5);
    return tenths / 10 + "." + tenths % 10 + " s";
  }
}
