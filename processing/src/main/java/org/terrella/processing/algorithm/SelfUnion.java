package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.quadtree.Quadtree;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.geometry.JtsGeometries;

/**
 * The union of a layer with itself: features are cut wherever they overlap, and a piece that
 * several had in common comes once for each of them, with its attributes.
 */
final class SelfUnion {
  private final List<Piece> pieces = new ArrayList<>();
  private final Quadtree index = new Quadtree();

  /** A part of the plane and the rows that cover it. */
  private record Piece(Geometry geometry, List<Integer> rows) {}

  private SelfUnion() {}

  static FeatureTable of(FeatureTable input, Progress progress) {
    SelfUnion union = new SelfUnion();
    FeatureSink sink = new FeatureSink(input, List.of());
    for (int row = 0; row < input.size(); row++) {
      progress.report((double) row / input.size(), "");
      Geometry geometry = JtsGeometries.of(input.geometry(), row);
      if (geometry != null && !geometry.isEmpty()) {
        FeatureNames.requireFinite(input, row);
        union.add(geometry, row);
      } else {
        sink.add(row, null);
      }
    }
    for (Piece piece : union.pieces) {
      if (piece.geometry != null) {
        piece.rows.forEach(row -> Overlay.add(sink, row, piece.geometry));
      }
    }
    return sink.build("");
  }

  private void add(Geometry geometry, int row) {
    Geometry rest = geometry;
    for (int at : near(geometry.getEnvelopeInternal())) {
      Piece piece = pieces.get(at);
      if (rest == null || piece.geometry == null || !piece.geometry.intersects(rest)) {
        continue;
      }
      Geometry common = Overlay.common(rest, piece.geometry);
      if (common == null) {
        continue;
      }
      List<Integer> rows = new ArrayList<>(piece.rows);
      rows.add(row);
      Geometry left = Overlay.without(piece.geometry, common);
      pieces.set(at, new Piece(left, piece.rows));
      put(new Piece(common, rows));
      rest = Overlay.without(rest, common);
    }
    if (rest != null) {
      put(new Piece(rest, List.of(row)));
    }
  }

  private void put(Piece piece) {
    index.insert(piece.geometry.getEnvelopeInternal(), pieces.size());
    pieces.add(piece);
  }

  /** Numbers of pieces, in their order: what the tree says last depends on its history. */
  private List<Integer> near(Envelope envelope) {
    List<Integer> found = new ArrayList<>();
    index.query(envelope, item -> found.add((Integer) item));
    found.sort(null);
    return found;
  }
}
