package org.terrella.webapp.command;

import java.util.ArrayList;
import java.util.List;
import org.terrella.document.Edit;
import org.terrella.document.MapDocument;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.data.CrsCatalog;
import org.terrella.webapp.data.CrsDefinitions;
import org.terrella.webapp.map.MapView;
import org.terrella.workbench.Tasks;
import org.terrella.workbench.command.Command;
import org.terrella.workbench.command.Schema;

/** The coordinate reference system that a map is shown in. */
final class MapCrs {
  private final App app;
  private final MapView view;

  private MapCrs(App app, MapView view) {
    this.app = app;
    this.view = view;
  }

  static void register(App app, MapView view) {
    MapCrs own = new MapCrs(app, view);
    app.store.listen((before, after) -> own.follow(before, after));
    app.commands.add(
        new Command(
            "document:set-crs",
            "Set CRS of the map",
            "Shows the map in another coordinate reference system; layers are brought into it.",
            Schema.object()
                .need("crs", Schema.string("A code such as EPSG:3035, a PROJ string, or WKT"))
                .build(),
            Schema.anyObject("{crs, name, accuracy}"),
            (args, execution) -> own.set(args.string("crs"))));
  }

  /** Shows the map in the system of the document: after undo, a change of another tab. */
  private void follow(MapDocument before, MapDocument after) {
    String code = after.projection();
    if (!code.equals(before.projection()) && !code.equals(view.projection())) {
      Tasks.start(
          () -> {
            app.crs.define(code);
            if (app.store.document().projection().equals(code)) {
              view.setProjection(code);
            }
          },
          failure -> app.messages.error(failure.getMessage(), failure.code()));
    }
  }

  private JsonObject set(String crs) {
    CrsCatalog.Entry entry = app.crs.get(crs);
    app.crs.define(entry.code());
    if (!entry.code().equals(app.store.document().projection())) {
      view.setProjection(entry.code());
      List<Edit> edits = new ArrayList<>(CrsDefinitions.keep(app.store.document(), entry));
      JsonObject options = ViewOptions.options(view).with("projection", entry.code());
      edits.add(new Edit.SetOptions(options));
      app.store.apply(new Edit.All(edits, "Set CRS"));
    }
    return JsonObject.of()
        .with("crs", entry.code())
        .with("name", entry.name())
        .with("accuracy", entry.accuracy());
  }
}
