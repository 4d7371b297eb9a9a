package org.terrella.webapp.expression;

import org.terrella.interop.browser.Lazy;
import org.terrella.interop.browser.Promises;
import org.terrella.interop.tools.Tools;
import org.terrella.json.Json;
import org.terrella.json.JsonObject;
import org.terrella.workbench.Tasks;
import org.terrella.workbench.engine.EngineClient;

/** What editors of expressions need, fetched once. */
public final class Expressions {
  private final EngineClient engine;
  private Tools tools;

  public Expressions(EngineClient engine) {
    this.engine = engine;
  }

  /** Fetches what editors need; waits. The functions, which only the workers know, come later. */
  public void load() {
    if (tools == null) {
      tools = Promises.await(Lazy.loadTools());
      Tasks.start(
          () ->
              tools.setFunctions(
                  Json.write(
                      engine.request("expressions", JsonObject.of()).header().array("functions"))),
          // Without the functions there is less to complete, and no more.
          failure -> tools.setFunctions("[]"));
    }
  }

  /** Editors and pictures; only after {@link #load}. */
  public Tools tools() {
    return tools;
  }
}
