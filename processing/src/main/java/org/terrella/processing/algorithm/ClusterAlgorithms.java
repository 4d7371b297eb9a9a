package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.terrella.error.TerrellaException;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.feature.TemporalColumn;
import org.terrella.processing.geometry.DensityClusters;
import org.terrella.processing.geometry.JtsGeometries;
import org.terrella.processing.geometry.KMeans;

/** Algorithms that find clusters of features. */
final class ClusterAlgorithms {
  private static final double MICROS_PER_MILLI = 1000;

  private ClusterAlgorithms() {}

  static List<Algorithm> all() {
    return List.of(means(), density(false), density(true));
  }

  private static ParameterDescription[] names() {
    return new ParameterDescription[] {
      ParameterDescription.text("FIELD_NAME", "Cluster field name", "CLUSTER_ID"),
      ParameterDescription.text("SIZE_FIELD_NAME", "Cluster size field name", "CLUSTER_SIZE"),
      ParameterDescription.sink("OUTPUT", "Clusters")
    };
  }

  private static Algorithm means() {
    AlgorithmDescription description =
        AlgorithmDescription.of(
                "native:kmeansclustering",
                "K-means clustering",
                "vectoranalysis",
                "Divides features into a number of clusters, each around the mean of its"
                    + " centroids.")
            .with(
                ParameterDescription.source("INPUT", "Input layer", -1),
                ParameterDescription.integer("CLUSTERS", "Number of clusters", 5).atLeast(1))
            .with(names());
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) -> {
          List<Coordinate> places = new ArrayList<>();
          List<Integer> rows = new ArrayList<>();
          for (int row = 0; row < input.size(); row++) {
            FeatureNames.requireFinite(input, row);
            Geometry geometry = JtsGeometries.of(input.geometry(), row);
            if (geometry != null && !geometry.isEmpty()) {
              places.add(geometry.getCentroid().getCoordinate());
              rows.add(row);
            }
          }
          int count = Math.min(parameters.integer("CLUSTERS"), places.size());
          int[] found = KMeans.of(places, count);
          int[] clusters = new int[input.size()];
          for (int i = 0; i < found.length; i++) {
            clusters[rows.get(i)] = found[i] + 1;
          }
          return Results.of(
              numbered(input, clusters, Math.max(1, count), -1, parameters)
                  .build(description.label("OUTPUT")));
        });
  }

  /**
   * Rows with the number and size of their clusters.
   *
   * @param clusters from 1; 0 for none
   * @param shift what is added to the numbers
   */
  private static FeatureSink numbered(
      FeatureTable input, int[] clusters, int count, int shift, Parameters parameters) {
    int[] sizes = new int[count + 1];
    for (int cluster : clusters) {
      sizes[cluster]++;
    }
    FeatureSink sink =
        new FeatureSink(
            input,
            List.of(
                new Field(parameters.text("FIELD_NAME"), FieldType.INTEGER),
                new Field(parameters.text("SIZE_FIELD_NAME"), FieldType.INTEGER)));
    for (int row = 0; row < clusters.length; row++) {
      if (clusters[row] == 0) {
        sink.keep(row);
      } else {
        sink.keep(row, clusters[row] + shift, sizes[clusters[row]]);
      }
    }
    return sink;
  }

  private static Algorithm density(boolean times) {
    AlgorithmDescription description =
        AlgorithmDescription.of(
                times ? "native:stdbscanclustering" : "native:dbscanclustering",
                times ? "ST-DBSCAN clustering" : "DBSCAN clustering",
                "vectoranalysis",
                times
                    ? "Finds clusters of points that lie close together and were at about the same"
                        + " time."
                    : "Finds clusters of points that lie close together.")
            .with(Declared.points());
    if (times) {
      description =
          description.with(
              ParameterDescription.field("DATETIME_FIELD", "Date/time field", "INPUT"));
    }
    description =
        description.with(
            ParameterDescription.integer("MIN_SIZE", "Minimum cluster size", 5).atLeast(1),
            Declared.length("EPS", "Maximum distance between clustered points", 1));
    if (times) {
      description =
          description.with(
              ParameterDescription.duration(
                  "EPS2", "Maximum time between clustered points (milliseconds)", 0));
    }
    AlgorithmDescription full =
        description
            .with(
                ParameterDescription.flag(
                        "DBSCAN*", "Treat border points as noise (DBSCAN*)", false)
                    .asOptional())
            .with(names())
            .gives("NUM_CLUSTERS");
    return TableAlgorithm.of(
        full,
        (input, parameters, progress) -> {
          for (int row = 0; row < input.size(); row++) {
            FeatureNames.requireFinite(input, row);
          }
          DensityClusters clusters =
              new DensityClusters(
                  input,
                  parameters.length("EPS", input.crs()),
                  times ? instants(input, parameters.field("DATETIME_FIELD")) : null,
                  times ? (long) (parameters.number("EPS2") * MICROS_PER_MILLI) : 0,
                  parameters.integer("MIN_SIZE"),
                  parameters.flag("DBSCAN*"));
          return Results.of(
                  numbered(input, clusters.clusters(), clusters.count(), 0, parameters)
                      .build(full.label("OUTPUT")))
              .with("NUM_CLUSTERS", clusters.count());
        });
  }

  private static long[] instants(FeatureTable input, String field) {
    if (!(input.column(field) instanceof TemporalColumn times)) {
      throw TerrellaException.invalid(
          "Parameter DATETIME_FIELD of native:stdbscanclustering: the field \""
              + field
              + "\" has no dates or times.");
    }
    long[] instants = new long[input.size()];
    for (int row = 0; row < instants.length; row++) {
      instants[row] = times.isNull(row) ? Long.MIN_VALUE : times.instant(row);
    }
    return instants;
  }
}
