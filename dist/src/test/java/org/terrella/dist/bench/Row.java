package org.terrella.dist.bench;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.terrella.json.JsonObject;

/**
 * One measurement.
 *
 * @param engine who did the work
 * @param times milliseconds of each run
 * @param sum the areas of the results together: equal sums show that the same work was done
 * @param more further figures, in the units that their names say
 */
record Row(
    String engine,
    String version,
    String workload,
    String scope,
    List<Double> times,
    int count,
    double sum,
    JsonObject more) {

  double median() {
    return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
  }

  JsonObject toJson() {
    return JsonObject.of()
        .with("engine", engine)
        .with("version", version)
        .with("workload", workload)
        .with("scope", scope)
        .with("medianMs", rounded(median(), 10))
        .with("minMs", rounded(times.stream().mapToDouble(t -> t).min().orElseThrow(), 10))
        .with("firstMs", rounded(times.get(0), 10))
        .with("runs", (long) times.size())
        .with("count", (long) count)
        .with("sum", rounded(sum, 1000))
        .withAll(more)
        .with("date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
        .with(
            "load1",
            rounded(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(), 100));
  }

  private static double rounded(double value, double steps) {
    return Math.round(value * steps) / steps;
  }
}
