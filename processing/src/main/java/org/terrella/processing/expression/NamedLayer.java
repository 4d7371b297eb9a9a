package org.terrella.processing.expression;

import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.geometry.FeatureIndex;
import org.terrella.processing.projection.Definitions;

/** A layer that expressions name, with what is made of it once for all of them. */
final class NamedLayer {
  private final String id;
  private final FeatureTable table;
  private final boolean own;
  private FeatureTable projected;
  private FeatureIndex index;

  /**
   * @param id in the document; empty where that is not known
   * @param own whether these are the very features that the expression is computed for
   */
  NamedLayer(String id, FeatureTable table, boolean own) {
    this.id = id;
    this.table = table;
    this.own = own;
  }

  String id() {
    return id;
  }

  FeatureTable table() {
    return table;
  }

  boolean isOwn() {
    return own;
  }

  /**
   * The features in another system; as they are where one of both is not known.
   *
   * @throws org.terrella.error.TerrellaException invalid-argument, naming a system that cannot be
   *     computed
   */
  FeatureTable in(Crs crs, Definitions known) {
    boolean elsewhere =
        crs.isKnown() && table.crs().isKnown() && !Definitions.same(crs, table.crs());
    Crs wanted = elsewhere ? crs : table.crs();
    if (projected == null || !Definitions.same(wanted, projected.crs())) {
      projected = elsewhere ? known.projected(table, crs) : table;
      index = null;
    }
    return projected;
  }

  /** The features by place, as {@link #in} gives them. */
  FeatureIndex index(Crs crs, Definitions known) {
    FeatureTable there = in(crs, known);
    if (index == null) {
      index = new FeatureIndex(there);
    }
    return index;
  }
}
