package org.terrella.webapp;

import org.terrella.interop.browser.Storage;
import org.terrella.webapp.data.CrsCatalog;
import org.terrella.webapp.data.CrsDefinitions;
import org.terrella.webapp.data.FilterCounts;
import org.terrella.webapp.data.FilterExpressions;
import org.terrella.webapp.data.LayerTables;
import org.terrella.webapp.data.RasterFiles;
import org.terrella.webapp.data.RemoteTables;
import org.terrella.webapp.data.SourceLoader;
import org.terrella.webapp.expression.Expressions;
import org.terrella.webapp.map.ServiceLayers;
import org.terrella.webapp.processing.History;
import org.terrella.webapp.processing.Models;
import org.terrella.workbench.command.CommandRegistry;
import org.terrella.workbench.engine.EngineClient;
import org.terrella.workbench.engine.PainterClient;
import org.terrella.workbench.gdal.GdalClient;
import org.terrella.workbench.job.Jobs;
import org.terrella.workbench.message.Messages;
import org.terrella.workbench.store.DocumentStore;
import org.terrella.workbench.store.Maps;
import org.terrella.workbench.workspace.Workspace;

/** What the application consists of, for its parts to find each other. */
public final class App {
  public static final String VERSION = "0.1.0";

  public final Messages messages = new Messages();
  public final Jobs jobs = new Jobs();
  public final CommandRegistry commands = new CommandRegistry();
  public final DocumentStore store = new DocumentStore();
  public final PainterClient painter = new PainterClient();
  public final EngineClient engine = new EngineClient(painter);
  public final GdalClient gdal = new GdalClient(messages);
  public final CrsCatalog crs = new CrsCatalog(painter);
  public final Selection selection = new Selection();
  public final FeatureSelection features = new FeatureSelection();
  public final Workspace workspace;
  public final Maps maps;
  public final RemoteTables remote = new RemoteTables(gdal);
  public final SourceLoader loader;
  public final LayerTables tables;
  public final RasterFiles rasters = new RasterFiles(this);
  public final ServiceLayers services = new ServiceLayers(this);
  public final FilterExpressions filters = new FilterExpressions(this);
  public final FilterCounts filterCounts = new FilterCounts(painter);
  public final MapClick click = new MapClick();
  public final Expressions expressions = new Expressions(engine);
  public final History history = new History(this);
  public final Models models = new Models(this);

  public App(Storage storage) {
    workspace = new Workspace(storage);
    maps = new Maps(store, workspace, messages);
    store.listen((before, after) -> CrsDefinitions.learn(crs, after));
    loader = new SourceLoader(messages, workspace, engine, gdal, crs, remote);
    tables = new LayerTables(this);
  }
}
