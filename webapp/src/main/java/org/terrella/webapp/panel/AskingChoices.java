package org.terrella.webapp.panel;

import java.util.ArrayList;
import java.util.List;
import org.teavm.interop.Async;
import org.teavm.interop.AsyncCallback;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.data.Choices;
import org.terrella.workbench.ui.Dialog;
import org.terrella.workbench.ui.El;

/** Asks the person what a file leaves open: one question after another, whatever files come. */
final class AskingChoices implements Choices {
  private static boolean asking;

  private final App app;

  AskingChoices(App app) {
    this.app = app;
  }

  @Override
  public List<String> layers(String file, List<JsonObject> layers) {
    begin();
    try {
      return askLayers(file, layers);
    } finally {
      asking = false;
    }
  }

  @Override
  public int step(String variable, List<JsonObject> dimensions) {
    begin();
    try {
      return StepDialog.ask(variable, "Add", dimensions);
    } finally {
      asking = false;
    }
  }

  @Override
  public String crs(String file, String guess) {
    begin();
    try {
      return askCrs(file, guess);
    } finally {
      asking = false;
    }
  }

  private static void begin() {
    try {
      while (asking) {
        Thread.sleep(50);
      }
    } catch (InterruptedException impossible) {
      throw new IllegalStateException(impossible);
    }
    asking = true;
  }

  @Async
  private static native List<String> askLayers(String file, List<JsonObject> layers);

  private static void askLayers(
      String file, List<JsonObject> layers, AsyncCallback<List<String>> callback) {
    El list = El.div("form");
    List<El> boxes = new ArrayList<>();
    for (JsonObject layer : layers) {
      El box =
          El.of("wa-checkbox", "")
              .checked(true)
              .text(
                  layer.string("name")
                      + " — "
                      + layer.string("geometryType")
                      + (layer.number("featureCount") < 0
                          ? ""
                          : ", " + layer.integer("featureCount") + " features"));
      boxes.add(box);
      list.add(box);
    }
    boolean[] answered = {false};
    Dialog dialog = new Dialog("Layers of " + file, list);
    dialog
        .cancelButton()
        .button(
            "Add",
            "brand",
            () -> {
              List<String> chosen = new ArrayList<>();
              for (int i = 0; i < boxes.size(); i++) {
                if (boxes.get(i).checked()) {
                  chosen.add(layers.get(i).string("name"));
                }
              }
              answered[0] = true;
              dialog.close();
              if (chosen.isEmpty()) {
                callback.error(TerrellaException.cancelled());
              } else {
                callback.complete(chosen);
              }
            })
        .whenClosed(
            () -> {
              if (!answered[0]) {
                callback.error(TerrellaException.cancelled());
              }
            })
        .open();
  }

  @Async
  private native String askCrs(String file, String guess);

  private void askCrs(String file, String guess, AsyncCallback<String> callback) {
    boolean[] answered = {false};
    Dialog dialog =
        CrsDialog.open(
            app,
            "Where are the coordinates of " + file + "?",
            "The file names no coordinate reference system. Its coordinates look like "
                + guess
                + "; choose another if you know better. It can be changed later.",
            guess,
            code -> {
              answered[0] = true;
              callback.complete(code);
            });
    dialog.whenClosed(
        () -> {
          if (!answered[0]) {
            callback.error(TerrellaException.cancelled());
          }
        });
  }
}
