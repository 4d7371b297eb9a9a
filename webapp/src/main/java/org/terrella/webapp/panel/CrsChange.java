package org.terrella.webapp.panel;

import java.util.ArrayList;
import java.util.List;
import org.terrella.document.Edit;
import org.terrella.document.Source;
import org.terrella.webapp.App;
import org.terrella.webapp.data.CrsDefinitions;

/** Says that a source's coordinates are in another system than was thought. */
final class CrsChange {
  private final App app;

  CrsChange(App app) {
    this.app = app;
  }

  void apply(Source source, String code) {
    Actions.start(
        app,
        () -> {
          app.tables.setCrs(source.id(), code);
          List<Edit> edits =
              new ArrayList<>(CrsDefinitions.keep(app.store.document(), app.crs.get(code)));
          edits.add(
              new Edit.ReplaceSource(
                  new Source(
                      source.id(),
                      source.name(),
                      source.type(),
                      source.parameters().with("projection", code),
                      source.rest())));
          app.store.apply(new Edit.All(edits, "Set CRS of " + source.name()));
        });
  }
}
