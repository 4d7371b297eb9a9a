package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.terrella.json.JsonObject;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.FeatureTables;
import org.terrella.processing.geometry.FeatureIndex;
import org.terrella.processing.geometry.JtsGeometries;

/**
 * QGIS's {@code native:union} and {@code native:symmetricaldifference}: what two layers have in
 * common, for the first of them, then what the input has alone, then what the overlay has alone.
 *
 * <p>Each slice of the input takes a share of the overlay, too, so that the work on both is spread.
 */
final class TwoWayOverlay implements Algorithm {
  private static final String OVERLAY = OverlayAlgorithms.OVERLAY;
  private static final String COMMON = "OUTPUT";
  private static final String OF_INPUT = "input alone";
  private static final String OF_OVERLAY = "overlay alone";

  private final AlgorithmDescription description;
  private final boolean common;

  /**
   * An overlay of two layers.
   *
   * @param common whether what both have in common is wanted
   */
  TwoWayOverlay(AlgorithmDescription description, boolean common) {
    this.description = description;
    this.common = common;
  }

  @Override
  public AlgorithmDescription description() {
    return description;
  }

  @Override
  public Cutting cutting(Parameters parameters) {
    return common && parameters.sources(OVERLAY).isEmpty()
        ? Cutting.WHOLE
        : Cutting.largeSlices().besideTheWhole().thenCombined();
  }

  @Override
  public Results compute(FeatureTable input, Parameters parameters, Progress progress) {
    if (parameters.sources(OVERLAY).isEmpty()) {
      return Results.of(SelfUnion.of(input, progress).withName(description.label("OUTPUT")));
    }
    FeatureTable none = input.slice(0, 0);
    FeatureTable both =
        OverlayAlgorithms.both(common ? input : none, parameters, progress.between(0, 0.5))
            .build("");
    return new Results(
        Map.of(
            COMMON,
            both,
            OF_INPUT,
            ofInput(input, parameters, progress.between(0.5, 0.75)),
            OF_OVERLAY,
            ofOverlay(input, parameters, progress.between(0.75, 1))),
        JsonObject.of());
  }

  @Override
  public Results combine(List<Results> parts, Parameters parameters, Progress progress) {
    List<FeatureTable> tables = new ArrayList<>();
    for (String name : List.of(COMMON, OF_INPUT, OF_OVERLAY)) {
      for (Results part : parts) {
        tables.add(part.table(name));
      }
    }
    return Results.of(FeatureTables.concat(tables).withName(description.label("OUTPUT")));
  }

  private FeatureTable ofInput(FeatureTable input, Parameters parameters, Progress progress) {
    FeatureTable other = parameters.source(OVERLAY);
    FeatureSink sink =
        new FeatureSink(
            input, OverlayAlgorithms.overlayFields(parameters, OverlayAlgorithms.names(other)));
    FeatureIndex index = Overlay.index(parameters, OVERLAY);
    for (int row = 0; row < input.size(); row++) {
      progress.report((double) row / input.size(), "");
      alone(input, row, index, sink);
    }
    return sink.build("");
  }

  /**
   * This slice's share of what the overlay has alone: the input's fields, all null, and its own.
   */
  private FeatureTable ofOverlay(FeatureTable input, Parameters parameters, Progress progress) {
    FeatureTable all = parameters.source(OVERLAY);
    int rows = parameters.source(Declared.INPUT).size();
    int from = share(parameters.firstRow(), rows, all.size());
    int to = share(parameters.firstRow() + input.size(), rows, all.size());
    FeatureTable other = all.slice(rows == 0 ? 0 : from, to);
    List<String> names = OverlayAlgorithms.names(other);
    FeatureTable none =
        new FeatureTable(
            other.name(),
            input.crs(),
            other.geometry(),
            Columns.nulls(input.fields(), other.size()),
            null);
    FeatureSink sink = new FeatureSink(none, OverlayAlgorithms.overlayFields(parameters, names));
    FeatureIndex index = Overlay.index(parameters, Declared.INPUT);
    for (int row = 0; row < other.size(); row++) {
      progress.report((double) row / other.size(), "");
      alone(other, row, index, sink, Overlay.values(other, names, row));
    }
    return sink.build("");
  }

  private static int share(int row, int rows, int all) {
    return rows == 0 ? all : (int) ((long) row * all / rows);
  }

  private static void alone(
      FeatureTable table, int row, FeatureIndex other, FeatureSink sink, Object... values) {
    Geometry geometry = JtsGeometries.of(table.geometry(), row);
    if (geometry == null || geometry.isEmpty()) {
      sink.add(row, null, values);
      return;
    }
    FeatureNames.requireFinite(table, row);
    Geometry outside = Overlay.outside(geometry, other);
    if (outside != null) {
      Overlay.add(sink, row, outside, values);
    }
  }
}
