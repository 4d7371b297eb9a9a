package org.terrella.processing.algorithm;

import org.terrella.error.TerrellaException;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.projection.Definitions;

/**
 * QGIS's {@code native:reprojectlayer}: the same features in another coordinate reference system.
 * Features that have no place there lose their geometry, as in QGIS.
 */
final class ReprojectAlgorithm implements Algorithm {
  private static final AlgorithmDescription DESCRIPTION =
      Declared.in(
          "vectorgeneral",
          "native:reprojectlayer",
          "Reproject layer",
          "Gives features the coordinates of another coordinate reference system. Edges stay"
              + " straight between their vertices: densify long ones first.",
          "Reprojected",
          Declared.any(),
          ParameterDescription.crs("TARGET_CRS", "Target CRS", "EPSG:4326"),
          ParameterDescription.of(
                  "OPERATION", "Coordinate operation", ParameterType.COORDINATE_OPERATION)
              .asOptional());

  @Override
  public AlgorithmDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Cutting cutting(Parameters parameters) {
    if (!parameters.optionalText("OPERATION").isEmpty()) {
      throw TerrellaException.invalid(
          "Parameter OPERATION of native:reprojectlayer is not supported; the way between two"
              + " systems is that of their PROJ strings.");
    }
    Crs to = parameters.crs("TARGET_CRS");
    for (FeatureTable input : parameters.sources(Declared.INPUT)) {
      if (!Definitions.same(input.crs(), to)) {
        parameters.definitions().between(input.crs(), to);
      }
    }
    return Cutting.quickSlices();
  }

  @Override
  public Results compute(FeatureTable input, Parameters parameters, Progress progress) {
    Crs to = parameters.crs("TARGET_CRS");
    FeatureTable projected =
        Definitions.same(input.crs(), to) ? input : parameters.definitions().projected(input, to);
    return Results.of(projected.withName(DESCRIPTION.label("OUTPUT")));
  }
}
