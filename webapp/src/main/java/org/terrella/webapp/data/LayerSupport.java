package org.terrella.webapp.data;

import java.util.Optional;
import org.terrella.document.Layer;
import org.terrella.document.MapDocument;
import org.terrella.document.Source;
import org.terrella.document.parameters.LayerType;
import org.terrella.document.parameters.ServiceCheck;
import org.terrella.document.parameters.SourceType;
import org.terrella.webapp.App;

/** What of a document's layers this version can draw. What it cannot is kept as it is. */
public final class LayerSupport {
  /** The parameter by which published tiles tell what they hold. */
  private static final String GEOMETRY_TYPE = "terrella:geometryType";

  private LayerSupport() {}

  /** The kind of geometries that a layer shows; empty where that is not known. */
  public static String geometryType(App app, Layer layer) {
    LayerTables.Table table = app.tables.of(layer);
    if (table != null && table.summary() != null) {
      return table.summary().string("geometryType");
    }
    Source source = app.store.document().sources().get(layer.source());
    return source == null ? "" : source.parameters().optString(GEOMETRY_TYPE, "");
  }

  /** Why a layer is not drawn, as a sentence; empty when it is. */
  public static String objection(MapDocument document, Layer layer) {
    Optional<LayerType> type = LayerType.of(layer.type());
    if (type.isEmpty()) {
      return "Layers of the type \"" + layer.type() + "\" are not known to this version.";
    }
    Source source = document.sourceOf(layer);
    if (source == null) {
      return "Its source is not in the map.";
    }
    boolean drawn =
        type.get() == LayerType.VECTOR
            ? SourceLoader.loads(source.type())
            : ServiceCheck.isService(source.type()) || RasterFiles.isRaster(source.type());
    if (drawn) {
      return "";
    }
    return SourceType.of(source.type())
        .map(known -> "Sources of the kind \"" + known.label() + "\" are not read by this version.")
        .orElse("Sources of the type \"" + source.type() + "\" are not known to this version.");
  }
}
