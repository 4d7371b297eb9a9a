package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.processing.naming.Suggestions;

/** All algorithms there are. */
public final class Algorithms {
  private static final List<Algorithm> ALL = sorted();

  private Algorithms() {}

  private static List<Algorithm> sorted() {
    List<Algorithm> all = new ArrayList<>();
    all.add(new BufferAlgorithm());
    all.add(new CentroidsAlgorithm());
    all.add(new DissolveAlgorithm());
    all.add(new ReprojectAlgorithm());
    all.add(BufferAlgorithm.ofField());
    all.addAll(AnalysisAlgorithms.all());
    all.addAll(AroundAlgorithms.all());
    all.addAll(AttributeAlgorithms.all());
    all.addAll(BoundsAlgorithms.all());
    all.add(ChangeDetection.algorithm());
    all.add(ColoringAlgorithm.topological());
    all.add(EliminationAlgorithm.algorithm());
    all.addAll(CalculationAlgorithms.all());
    all.addAll(ClusterAlgorithms.all());
    all.addAll(ConcaveHullAlgorithms.all());
    all.addAll(ConversionAlgorithms.all());
    all.addAll(DistanceAlgorithms.all());
    all.addAll(ExpressionAlgorithms.all());
    all.addAll(GdalAlgorithms.all());
    all.addAll(GridAlgorithms.all());
    all.addAll(GroupAlgorithms.all());
    all.addAll(HubAlgorithms.all());
    all.addAll(JoinAlgorithms.all());
    all.addAll(LayerAlgorithms.all());
    all.addAll(LineAlgorithms.all());
    all.addAll(LineOverlayAlgorithms.all());
    all.addAll(NetworkAlgorithms.all());
    all.addAll(OverlayAlgorithms.all());
    all.addAll(OverlapAlgorithms.all());
    all.addAll(PartAlgorithms.all());
    all.addAll(PathAlgorithms.all());
    all.addAll(PlaceAlgorithms.all());
    all.addAll(PlacementAlgorithms.all());
    all.addAll(RandomPointAlgorithms.all());
    all.addAll(RandomSelection.all());
    all.addAll(SelectingAlgorithms.all());
    all.addAll(SelectionAlgorithms.all());
    all.addAll(ShapeAlgorithms.all());
    all.addAll(SnappingAlgorithms.all());
    all.addAll(SummaryAlgorithms.all());
    all.addAll(VertexAlgorithms.all());
    all.sort(
        Comparator.comparing((Algorithm a) -> a.description().group())
            .thenComparing(a -> a.description().name()));
    return List.copyOf(all);
  }

  /** All algorithms, by group and name. */
  public static List<Algorithm> all() {
    return ALL;
  }

  /**
   * The algorithm with that id, or with that other name.
   *
   * @throws TerrellaException not-found, naming the id and those like it
   */
  public static Algorithm get(String id) {
    String known = AlgorithmAliases.id(id);
    for (Algorithm algorithm : ALL) {
      if (algorithm.description().id().equals(known)) {
        return algorithm;
      }
    }
    List<String> ids = ALL.stream().map(a -> a.description().id()).toList();
    throw TerrellaException.notFound(
        "There is no algorithm \"" + id + "\"." + Suggestions.sentence(id, ids));
  }

  /** What {@code processing:list} answers. */
  public static JsonArray toJson() {
    return JsonArray.of(ALL.stream().map(a -> a.description().toJson()).toList());
  }
}
