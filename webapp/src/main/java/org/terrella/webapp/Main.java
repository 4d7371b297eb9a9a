package org.terrella.webapp;

import org.teavm.jso.dom.html.HTMLDocument;
import org.terrella.interop.browser.Promises;
import org.terrella.interop.browser.Storage;
import org.terrella.webapp.map.LayerStack;
import org.terrella.webapp.map.MapView;
import org.terrella.workbench.Tasks;
import org.terrella.workbench.ui.El;

/** The start of the page. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    Tasks.start(Main::start, failure -> System.err.println(failure.getMessage()));
  }

  private static void start() {
    App app = new App(Promises.await(Storage.Opener.openStorage()));
    El target = El.div("map");
    HTMLDocument.current().getBody().appendChild(target.node());
    MapView view = new MapView(target.node(), target.node(), "EPSG:3857");
    new LayerStack(app, view);
  }
}
