package org.locationtech.jts.noding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.SpatialIndex;
import org.locationtech.jts.index.chain.MonotoneChain;
import org.locationtech.jts.index.chain.MonotoneChainBuilder;
import org.locationtech.jts.index.chain.MonotoneChainOverlapAction;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * Nodes segment strings in one pass: every pair of segments whose monotone chains come near each
 * other is given to a {@link SegmentIntersector}. It is robust as far as that one is.
 *
 * <p>Written anew for Terrella with the interface that JTS gave it. Few chains, as an offset curve
 * has, are compared in pairs over plain arrays; JTS builds an index for them too, which takes
 * longer. Pairs come in the order of their chains then; with an index in the order of the index.
 */
public class MCIndexNoder extends SinglePassNoder {
  /** From about here on an index is faster than comparing all. */
  private static final int MOST_WITHOUT_INDEX = 400;

  private final List<MonotoneChain> chains = new ArrayList<>();
  private final double tolerance;
  private Collection<?> strings = List.of();
  private SpatialIndex index;

  public MCIndexNoder() {
    this(null, 0);
  }

  public MCIndexNoder(SegmentIntersector intersector) {
    this(intersector, 0);
  }

  /**
   * A noder that finds segments which do not meet, too.
   *
   * @param tolerance how far apart the bounding boxes of chains may be, in coordinate units
   */
  public MCIndexNoder(SegmentIntersector intersector, double tolerance) {
    super(intersector);
    this.tolerance = tolerance;
  }

  /** The chains of all strings so far, {@link MonotoneChain}s. */
  @SuppressWarnings("rawtypes")
  public List getMonotoneChains() {
    return chains;
  }

  /** The chains by their bounding boxes. */
  public SpatialIndex getIndex() {
    if (index == null) {
      index = new HPRtree();
      for (MonotoneChain chain : chains) {
        index.insert(chain.getEnvelope(tolerance), chain);
      }
    }
    return index;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public Collection getNodedSubstrings() {
    return NodedSegmentString.getNodedSubstrings(strings);
  }

  @Override
  @SuppressWarnings("rawtypes")
  public void computeNodes(Collection segmentStrings) {
    strings = segmentStrings;
    index = null;
    for (Object string : segmentStrings) {
      add((SegmentString) string);
    }
    MonotoneChainOverlapAction action = new SegmentOverlapAction(segInt);
    if (chains.size() <= MOST_WITHOUT_INDEX) {
      intersectPairs(action);
    } else {
      intersectIndexed(action);
    }
  }

  private void add(SegmentString string) {
    for (Object found : MonotoneChainBuilder.getChains(string.getCoordinates(), string)) {
      MonotoneChain chain = (MonotoneChain) found;
      chain.setId(chains.size());
      chains.add(chain);
    }
  }

  private void intersectPairs(MonotoneChainOverlapAction action) {
    int count = chains.size();
    double[] boxes = new double[4 * count];
    for (int i = 0; i < count; i++) {
      Envelope box = chains.get(i).getEnvelope(tolerance);
      boxes[4 * i] = box.getMinX();
      boxes[4 * i + 1] = box.getMaxX();
      boxes[4 * i + 2] = box.getMinY();
      boxes[4 * i + 3] = box.getMaxY();
    }
    for (int i = 0; i < count; i++) {
      MonotoneChain chain = chains.get(i);
      double minX = boxes[4 * i];
      double maxX = boxes[4 * i + 1];
      double minY = boxes[4 * i + 2];
      double maxY = boxes[4 * i + 3];
      for (int k = 4 * i + 4; k < boxes.length; k += 4) {
        if (boxes[k] <= maxX
            && boxes[k + 1] >= minX
            && boxes[k + 2] <= maxY
            && boxes[k + 3] >= minY) {
          chain.computeOverlaps(chains.get(k / 4), tolerance, action);
        }
      }
      if (segInt.isDone()) {
        return;
      }
    }
  }

  private void intersectIndexed(MonotoneChainOverlapAction action) {
    SpatialIndex found = getIndex();
    for (MonotoneChain chain : chains) {
      for (Object other : found.query(chain.getEnvelope(tolerance))) {
        MonotoneChain test = (MonotoneChain) other;
        if (test.getId() > chain.getId()) {
          chain.computeOverlaps(test, tolerance, action);
        }
      }
      if (segInt.isDone()) {
        return;
      }
    }
  }

  /** Hands pairs of segments to a {@link SegmentIntersector}. */
  public static class SegmentOverlapAction extends MonotoneChainOverlapAction {
    private final SegmentIntersector intersector;

    public SegmentOverlapAction(SegmentIntersector intersector) {
      this.intersector = intersector;
    }

    @Override
    public void overlap(MonotoneChain chain, int start, MonotoneChain other, int otherStart) {
      intersector.processIntersections(
          (SegmentString) chain.getContext(),
          start,
          (SegmentString) other.getContext(),
          otherStart);
    }
  }
}
