package org.terrella.webapp.form;

import org.terrella.error.TerrellaException;
import org.terrella.workbench.ui.El;

/** A control in a form, with what is wrong with it below. */
public final class FormField {
  private final Control control;
  private final El note = El.of("p", "field-note").attr("role", "status");
  private final El row = El.div("form-field");
  private boolean touched;

  /**
   * A field.
   *
   * @param changed what to do when the value is another one
   */
  public FormField(Control control, Runnable changed) {
    this.control = control;
    row.add(control.element(), note);
    note.flag("hidden", true);
    for (String type : new String[] {"input", "change"}) {
      row.on(
          type,
          event -> {
            touched = true;
            changed.run();
          });
    }
  }

  public Control control() {
    return control;
  }

  public El element() {
    return row;
  }

  /** What is wrong; empty for nothing. It is shown here once the person did something here. */
  public String check() {
    String problem = "";
    String shown = control.warning();
    try {
      control.value();
    } catch (TerrellaException wrong) {
      problem = wrong.getMessage();
      shown = touched && !control.showsProblem() ? problem : "";
    }
    note.text(shown).flag("hidden", shown.isEmpty());
    note.toggle("field-problem", !problem.isEmpty());
    return problem;
  }
}
