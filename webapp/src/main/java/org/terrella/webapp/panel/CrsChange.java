package org.terrella.webapp.panel;

import org.terrella.document.Edit;
import org.terrella.document.Source;
import org.terrella.webapp.App;

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
          app.store.apply(
              new Edit.ReplaceSource(
                  new Source(
                      source.id(),
                      source.name(),
                      source.type(),
                      source.parameters().with("projection", code),
                      source.rest())));
        });
  }
}
