package org.terrella.processing.algorithm;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.terrella.error.TerrellaException;
import org.terrella.exact.ExactMath;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.geometry.JtsGeometries;

/** Algorithms that fill a rectangle with points, lines or cells. */
final class GridAlgorithms {
  private static final double MOST = 1e9;

  private GridAlgorithms() {}

  static List<Algorithm> all() {
    return List.of(grid(), regular());
  }

  private static ParameterDescription spacing(String name, String label, double value) {
    return ParameterDescription.distance(name, label, value, "CRS").between(0, MOST);
  }

  private static Algorithm grid() {
    AlgorithmDescription description =
        AlgorithmDescription.of(
                "native:creategrid",
                "Create grid",
                "vectorcreation",
                "Fills a rectangle with points, lines, rectangles, diamonds or hexagons, column by"
                    + " column from the upper left.")
            .with(
                ParameterDescription.choice(
                    "TYPE",
                    "Grid type",
                    0,
                    List.of(
                        "Point",
                        "Line",
                        "Rectangle (Polygon)",
                        "Diamond (Polygon)",
                        "Hexagon (Polygon)")),
                ParameterDescription.of("EXTENT", "Grid extent", ParameterType.EXTENT),
                spacing("HSPACING", "Horizontal spacing", 1),
                spacing("VSPACING", "Vertical spacing", 1),
                spacing("HOVERLAY", "Horizontal overlay", 0),
                spacing("VOVERLAY", "Vertical overlay", 0),
                ParameterDescription.crs("CRS", "Grid CRS", "ProjectCrs"),
                ParameterDescription.sink("OUTPUT", "Grid"));
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) ->
            Results.of(Grid.of(parameters).build(description.label("OUTPUT"))));
  }

  private static Algorithm regular() {
    AlgorithmDescription description =
        AlgorithmDescription.of(
                "qgis:regularpoints",
                "Regular points",
                "vectorcreation",
                "Fills a rectangle with points at equal distances, each moved at random if wanted.")
            .with(
                ParameterDescription.of("EXTENT", "Input extent", ParameterType.EXTENT),
                ParameterDescription.distance("SPACING", "Point spacing/count", 100, "CRS")
                    .atLeast(1e-6),
                ParameterDescription.distance(
                        "INSET", "Initial inset from corner (LH side)", 0, "CRS")
                    .atLeast(0),
                ParameterDescription.flag(
                    "RANDOMIZE", "Apply random offset to point spacing", false),
                ParameterDescription.flag("IS_SPACING", "Use point spacing", true),
                ParameterDescription.crs("CRS", "Output layer CRS", "ProjectCrs"),
                ParameterDescription.sink("OUTPUT", "Regular points"));
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) -> {
          Crs crs = parameters.crs("CRS");
          Envelope extent = parameters.extent("EXTENT");
          double given = parameters.length("SPACING", crs);
          double spacing =
              parameters.flag("IS_SPACING") ? given : ExactMath.sqrt(extent.getArea() / given);
          if (!(spacing > 0)) {
            throw TerrellaException.invalid(
                "Parameter EXTENT of qgis:regularpoints has no area for so many points.");
          }
          RandomPointAlgorithms.requireRoom(
              description.id(),
              (extent.getWidth() / spacing + 1) * (extent.getHeight() / spacing + 1));
          double inset = parameters.length("INSET", crs);
          boolean moved = parameters.flag("RANDOMIZE");
          RandomNumbers numbers = RandomNumbers.of(1, 0);
          FeatureSink sink =
              new FeatureSink(
                  RandomPointAlgorithms.nothing(crs), List.of(new Field("id", FieldType.INTEGER)));
          int id = 0;
          double top = extent.getMaxY() - inset;
          double left = extent.getMinX() + inset;
          for (int r = 0; top - r * spacing >= extent.getMinY(); r++) {
            for (int c = 0; left + c * spacing <= extent.getMaxX(); c++) {
              double x = left + c * spacing;
              double y = top - r * spacing;
              Coordinate place = new Coordinate(x, y);
              // Where all draws fall outside, as beyond a large inset, there is no point.
              for (int i = 0; moved && i < 100 && (i == 0 || !extent.contains(place)); i++) {
                double dx = numbers.between(-spacing / 2, spacing / 2);
                place = new Coordinate(x + dx, y + numbers.between(-spacing / 2, spacing / 2));
              }
              if (extent.contains(place)) {
                sink.add(0, JtsGeometries.FACTORY.createPoint(place), id++);
              }
            }
          }
          return Results.of(sink.build(description.label("OUTPUT")));
        });
  }
}
