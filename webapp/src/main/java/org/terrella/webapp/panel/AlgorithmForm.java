package org.terrella.webapp.panel;

import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonValue;
import org.terrella.webapp.App;
import org.terrella.webapp.form.Control;
import org.terrella.webapp.form.FormField;
import org.terrella.webapp.form.FormScope;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.ui.El;

/** A form made from an algorithm's description; what is wrong shows while one writes. */
final class AlgorithmForm {
  private final App app;
  private final Shell shell;
  private final JsonObject algorithm;
  private final Runnable ran;
  private final FormScope scope;
  private final List<FormField> fields = new ArrayList<>();
  private final El form = El.div("form");
  private final El run = El.of("wa-button", "run-button").attr("variant", "brand").text("Run");
  private final El reason = El.of("p", "run-reason").attr("role", "status");
  private final El advanced = El.of("details", "advanced");
  private El invalid;

  /**
   * A form.
   *
   * @param sample what the algorithm does, in pictures
   * @param ran what to do when it is run
   */
  AlgorithmForm(App app, Shell shell, JsonObject algorithm, El sample, Runnable ran) {
    this.app = app;
    this.shell = shell;
    this.algorithm = algorithm;
    this.ran = ran;
    scope = new FormScope(app, this::check);
    form.add(El.of("h3", "form-title").text(algorithm.string("name")));
    if (algorithm.has("help")) {
      form.add(El.of("p", "help").text(algorithm.string("help")));
    }
    form.add(sample);
    build();
    check();
  }

  El element() {
    return form;
  }

  private void build() {
    advanced.add(El.of("summary", "").text("More settings"));
    boolean features = false;
    for (JsonObject parameter : algorithm.array("parameters").objects()) {
      Control control = Control.of(scope, parameter);
      if (control == null) {
        continue;
      }
      FormField field = new FormField(control, this::check);
      fields.add(field);
      (isAdvanced(parameter) ? advanced : form).add(field.element());
      features |= takesFeatures(parameter);
    }
    if (features) {
      drawInvalid("ignore");
    }
    if (features || fields.size() > 0) {
      form.add(advanced);
    }
    El buttons = El.div("run-buttons").add(run.onClick(this::run));
    if (BatchDialog.fits(algorithm)) {
      buttons.add(
          El.of("button", "small-button")
              .attr("type", "button")
              .text("Run as batch…")
              .onClick(() -> new BatchDialog(app, algorithm, given(), context(), ran).open()));
    }
    form.add(El.div("run-bar").add(buttons, reason));
    // Something may be selected by now.
    form.on("pointerenter", event -> check());
    form.on(
        "keydown",
        event -> {
          if (isRunKey((JSObject) event)) {
            run();
          }
        });
  }

  static boolean takesFeatures(JsonObject parameter) {
    return switch (parameter.string("type")) {
      case "source", "vector", "layer", "multilayer" -> true;
      default -> false;
    };
  }

  static boolean isAdvanced(JsonObject parameter) {
    return switch (parameter.string("name")) {
      case "SEGMENTS", "END_CAP_STYLE", "JOIN_STYLE", "MITER_LIMIT" -> true;
      default -> false;
    };
  }

  private void drawInvalid(String chosen) {
    El select = El.of("wa-select", "").attr("label", "Invalid geometries").attr("size", "s");
    option(select, "ignore", "Compute them as they are", chosen);
    option(select, "skip", "Leave them out", chosen);
    option(select, "stop", "Stop at the first one", chosen);
    if (invalid != null) {
      invalid.remove();
    }
    invalid = select;
    advanced.add(select);
  }

  private static void option(El select, String value, String text, String chosen) {
    select.add(
        El.of("wa-option", "")
            .attr("value", value)
            .text(text)
            .flag("selected", value.equals(chosen)));
  }

  /** Shows the parameters and the context of a run; what these do not name stays. */
  void set(JsonObject parameters, JsonObject context) {
    for (Control control : scope.controls()) {
      if (parameters.has(control.name())) {
        control.set(parameters.get(control.name()));
      }
    }
    if (context.has("invalid") && invalid != null) {
      drawInvalid(context.string("invalid"));
    }
    check();
  }

  /** The values that are right. */
  private JsonObject given() {
    JsonObject given = JsonObject.of();
    for (FormField field : fields) {
      try {
        given = with(given, field.control().name(), field.control().value());
      } catch (TerrellaException wrong) {
        // It is asked for again.
        continue;
      }
    }
    return given;
  }

  private static JsonObject with(JsonObject given, String name, JsonValue value) {
    return value == JsonNull.NULL ? given : given.with(name, value);
  }

  private JsonObject context() {
    String chosen = invalid == null || invalid.value().isEmpty() ? "ignore" : invalid.value();
    return chosen.equals("ignore") ? JsonObject.of() : JsonObject.of().with("invalid", chosen);
  }

  /** Says at each field what is wrong, and at the button why it cannot be pressed. */
  private void check() {
    String first = "";
    for (FormField field : fields) {
      String problem = field.check();
      first = first.isEmpty() ? problem : first;
    }
    run.flag("disabled", !first.isEmpty());
    reason.text(first).flag("hidden", first.isEmpty());
  }

  private void run() {
    check();
    if (run.node().hasAttribute("disabled")) {
      return;
    }
    ran.run();
    shell.badge("jobs", "…");
    JsonObject args =
        JsonObject.of().with("algorithm", algorithm.string("id")).with("parameters", given());
    JsonObject context = context();
    JsonObject whole = context.isEmpty() ? args : args.with("context", context);
    Actions.start(
        app,
        () -> {
          run(app, whole, scope.toOpen());
          app.messages.success(algorithm.string("name") + " is done.");
        });
  }

  /** Runs an algorithm and opens the files that it wrote; waits. */
  static void run(App app, JsonObject args, List<String> toOpen) {
    app.commands.execute("processing:run", args, new Execution());
    for (String path : toOpen) {
      app.commands.execute("layer:add-file", JsonObject.of().with("path", path), new Execution());
    }
  }

  @JSBody(
      params = "event",
      script = "return event.key === 'Enter' && (event.ctrlKey || event.metaKey);")
  private static native boolean isRunKey(JSObject event);
}
