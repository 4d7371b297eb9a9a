package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.terrella.error.TerrellaException;
import org.terrella.exact.ExactMath;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.geometry.BoxedPlaces;
import org.terrella.processing.geometry.JtsGeometries;
import org.terrella.processing.geometry.Sequences;

/** Layers made of a place, and points moved apart. */
final class PlaceAlgorithms {
  private static final Field ID = new Field("id", FieldType.INTEGER);

  private PlaceAlgorithms() {}

  static List<Algorithm> all() {
    return List.of(point(), extent(), layerExtent(), layers(), displacement());
  }

  private static Algorithm point() {
    return ofPlace(
        "native:pointtolayer",
        "Point",
        "Makes a layer with one point.",
        ParameterType.POINT,
        parameters -> JtsGeometries.FACTORY.createPoint(parameters.point("INPUT")));
  }

  private static Algorithm extent() {
    return ofPlace(
        "native:extenttolayer",
        "Extent",
        "Makes a layer with one rectangle.",
        ParameterType.EXTENT,
        parameters -> BoundsAlgorithms.rectangle(parameters.extent("INPUT")));
  }

  private static Algorithm ofPlace(
      String id,
      String what,
      String help,
      ParameterType type,
      Function<Parameters, Geometry> made) {
    String name = "Create layer from " + what.toLowerCase(Locale.ROOT);
    AlgorithmDescription description =
        AlgorithmDescription.of(id, name, "vectorgeometry", help)
            .with(
                ParameterDescription.of("INPUT", what, type),
                ParameterDescription.sink("OUTPUT", what));
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) -> {
          FeatureSink sink =
              new FeatureSink(
                  RandomPointAlgorithms.nothing(parameters.placeCrs("INPUT")), List.of(ID));
          sink.add(0, made.apply(parameters), 1);
          return Results.of(sink.build(description.label("OUTPUT")));
        });
  }

  private static Algorithm layerExtent() {
    AlgorithmDescription description =
        AlgorithmDescription.of(
                "native:polygonfromlayerextent",
                "Extract layer extent",
                "layertools",
                "The rectangle around all features of a layer, with its measures.")
            .with(
                ParameterDescription.of("INPUT", "Layer", ParameterType.LAYER),
                ParameterDescription.distance("ROUND_TO", "Round values to", 0, "INPUT"),
                ParameterDescription.sink("OUTPUT", "Extent"));
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) -> {
          List<Field> fields = new ArrayList<>();
          for (String name :
              List.of(
                  "MINX", "MINY", "MAXX", "MAXY", "CNTX", "CNTY", "AREA", "PERIM", "HEIGHT",
                  "WIDTH")) {
            fields.add(new Field(name, FieldType.REAL));
          }
          FeatureSink sink = new FeatureSink(RandomPointAlgorithms.nothing(input.crs()), fields);
          Envelope box = RandomPointAlgorithms.extent(input);
          if (!box.isNull()) {
            double step = parameters.length("ROUND_TO", input.crs());
            Envelope round = step > 0 ? rounded(box, step) : box;
            double width = round.getWidth();
            double height = round.getHeight();
            sink.add(
                0,
                BoundsAlgorithms.rectangle(round),
                round.getMinX(),
                round.getMinY(),
                round.getMaxX(),
                round.getMaxY(),
                round.getMinX() + width / 2,
                round.getMinY() + height / 2,
                width * height,
                2 * width + 2 * height,
                height,
                width);
          }
          return Results.of(sink.build(description.label("OUTPUT")));
        });
  }

  private static Envelope rounded(Envelope box, double step) {
    return new Envelope(
        Math.floor(box.getMinX() / step) * step,
        Math.ceil(box.getMaxX() / step) * step,
        Math.floor(box.getMinY() / step) * step,
        Math.ceil(box.getMaxY() / step) * step);
  }

  /** What only a file knows of a layer, such as its path, is null. */
  private static Algorithm layers() {
    AlgorithmDescription description =
        AlgorithmDescription.of(
                "native:exportlayersinformation",
                "Export layer(s) information",
                "layertools",
                "The rectangles around the features of layers, with the names and systems of"
                    + " these.")
            .with(
                ParameterDescription.of("LAYERS", "Input layer(s)", ParameterType.MULTILAYER),
                ParameterDescription.sink("OUTPUT", "Output"));
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) -> {
          List<FeatureTable> tables = parameters.sources("LAYERS");
          Crs crs = tables.get(0).crs();
          List<Field> fields = new ArrayList<>();
          for (String name :
              List.of(
                  "name",
                  "source",
                  "crs",
                  "provider",
                  "file_path",
                  "layer_name",
                  "subset",
                  "abstract",
                  "attribution")) {
            fields.add(new Field(name, FieldType.STRING));
          }
          FeatureSink sink = new FeatureSink(RandomPointAlgorithms.nothing(crs), fields);
          for (FeatureTable table : tables) {
            if (!table.crs().equals(crs)) {
              throw TerrellaException.invalid(
                  "Parameter LAYERS of native:exportlayersinformation: the layers must be in one"
                      + " coordinate reference system.");
            }
            Envelope box = RandomPointAlgorithms.extent(table);
            sink.add(
                0,
                box.isNull() ? null : BoundsAlgorithms.rectangle(box),
                table.name(),
                null,
                table.crs().id());
          }
          return Results.of(sink.build(description.label("OUTPUT")));
        });
  }

  /** Points that lie close together, and the place around which they are laid. */
  private static final class Group {
    private final Coordinate first;
    private final List<Integer> rows = new ArrayList<>();
    private double x;
    private double y;

    Group(Coordinate first) {
      this.first = first;
      x = first.x;
      y = first.y;
    }

    void add(int row, Coordinate place) {
      if (!rows.isEmpty()) {
        x = (x * rows.size() + place.x) / (rows.size() + 1);
        y = (y * rows.size() + place.y) / (rows.size() + 1);
      }
      rows.add(row);
    }
  }

  private static Algorithm displacement() {
    AlgorithmDescription description =
        Declared.geometry(
            "qgis:pointsdisplacement",
            "Points displacement",
            "Lays points that lie close together on a circle around their middle.",
            "Displaced",
            Declared.points(),
            ParameterDescription.distance(
                    "PROXIMITY", "Minimum distance to other points", 1, "INPUT")
                .atLeast(1e-5),
            ParameterDescription.distance("DISTANCE", "Displacement distance", 1, "INPUT")
                .atLeast(1e-5),
            ParameterDescription.of(
                "HORIZONTAL", "Horizontal distribution for two point case", ParameterType.BOOLEAN));
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) -> {
          FeatureSink sink = new FeatureSink(input, List.of());
          double radius = parameters.length("DISTANCE", input.crs());
          for (Group group : groups(input, parameters.length("PROXIMITY", input.crs()))) {
            int count = group.rows.size();
            if (count == 1) {
              sink.keep(group.rows.get(0));
              continue;
            }
            double start = count == 2 && parameters.flag("HORIZONTAL") ? ExactMath.PI / 2 : 0;
            for (int i = 0; i < count; i++) {
              double angle = start + i * 2 * ExactMath.PI / count;
              double x = group.x + radius * ExactMath.sin(angle);
              double y = group.y + radius * ExactMath.cos(angle);
              Geometry point = JtsGeometries.of(input.geometry(), group.rows.get(i));
              sink.add(
                  group.rows.get(i),
                  Sequences.move(point, c -> Sequences.at(x, y, c.getZ(), Sequences.measure(c))));
            }
          }
          return Results.of(sink.build(description.label("OUTPUT")));
        });
  }

  private static List<Group> groups(FeatureTable input, double proximity) {
    List<Group> groups = new ArrayList<>();
    BoxedPlaces firsts = new BoxedPlaces(proximity);
    for (int row = 0; row < input.size(); row++) {
      FeatureNames.requireFinite(input, row);
      Geometry geometry = JtsGeometries.of(input.geometry(), row);
      if (geometry == null || geometry.isEmpty()) {
        continue;
      }
      Coordinate place = geometry.getCoordinate();
      Group nearest = null;
      double least = Double.POSITIVE_INFINITY;
      for (int number : firsts.near(place)) {
        Group group = groups.get(number);
        double distance = place.distance(new Coordinate(group.x, group.y));
        boolean inBox =
            Math.abs(group.first.x - place.x) <= proximity
                && Math.abs(group.first.y - place.y) <= proximity;
        if (inBox && distance < least) {
          nearest = group;
          least = distance;
        }
      }
      if (nearest == null) {
        nearest = new Group(place);
        firsts.add(place, groups.size());
        groups.add(nearest);
      }
      nearest.add(row, place);
    }
    return groups;
  }
}
