package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.geometry.FeatureIndex;
import org.terrella.processing.geometry.JtsGeometries;

/** Algorithms that lay one layer over another. */
final class OverlayAlgorithms {
  static final String OVERLAY = "OVERLAY";
  private static final String PREFIX = "OVERLAY_FIELDS_PREFIX";

  private OverlayAlgorithms() {}

  static List<Algorithm> all() {
    return List.of(clip(), difference(), extent(), intersection(), symmetrical(), union());
  }

  private static ParameterDescription overlay() {
    return ParameterDescription.source(OVERLAY, "Overlay layer");
  }

  private static ParameterDescription prefix() {
    return ParameterDescription.of(PREFIX, "Overlay fields prefix", ParameterType.STRING)
        .asOptional();
  }

  private static AlgorithmDescription described(
      String id, String name, String help, String output, ParameterDescription... more) {
    return Declared.in("vectoroverlay", id, name, help, output, Declared.any(), more);
  }

  private static Algorithm clip() {
    return FeatureAlgorithm.of(
            described(
                "native:clip",
                "Clip",
                "Cuts features at the outline of the polygons of another layer.",
                "Clipped",
                ParameterDescription.source(OVERLAY, "Overlay layer", 2)),
            (feature, sink) -> {
              if (feature.geometry() == null || feature.geometry().isEmpty()) {
                return;
              }
              Geometry inside =
                  Overlay.inside(feature.geometry(), Overlay.index(feature.parameters(), OVERLAY));
              if (inside != null) {
                Overlay.add(sink, feature.row(), inside);
              }
            })
        .seesAll();
  }

  private static Algorithm difference() {
    return FeatureAlgorithm.of(
        described(
            "native:difference",
            "Difference",
            "Takes away from features what lies in those of another layer.",
            "Difference",
            overlay()),
        (feature, sink) -> {
          Geometry outside =
              Overlay.outside(feature.geometry(), Overlay.index(feature.parameters(), OVERLAY));
          if (outside != null) {
            Overlay.add(sink, feature.row(), outside);
          }
        });
  }

  private static Algorithm extent() {
    return FeatureAlgorithm.of(
            described(
                "native:extractbyextent",
                "Extract/clip by extent",
                "Keeps the features that meet a rectangle, or the part of them that lies in it.",
                "Extracted",
                ParameterDescription.of("EXTENT", "Extent", ParameterType.EXTENT),
                ParameterDescription.flag("CLIP", "Clip features to extent", false)),
            (feature, sink) -> {
              Geometry geometry = feature.geometry();
              if (geometry == null || geometry.isEmpty()) {
                return;
              }
              Geometry box =
                  BoundsAlgorithms.rectangle(
                      feature.parameters().extent("EXTENT", feature.table().crs()));
              if (!box.intersects(geometry)) {
                return;
              }
              if (!feature.parameters().flag("CLIP")) {
                sink.keep(feature.row());
                return;
              }
              Geometry common = Overlay.common(geometry, box);
              if (common != null) {
                Overlay.add(sink, feature.row(), common);
              }
            })
        .seesAll()
        .quick();
  }

  /** The fields of the overlay that a result has, with their prefix. */
  static List<Field> overlayFields(Parameters parameters, List<String> names) {
    List<Field> fields = new ArrayList<>();
    for (String name : names) {
      Field field = parameters.source(OVERLAY).column(name).field();
      fields.add(new Field(parameters.optionalText(PREFIX) + name, field.type()));
    }
    return fields;
  }

  static List<String> names(FeatureTable table) {
    return table.fields().stream().map(Field::name).toList();
  }

  /** Each feature with each that it has something in common with, in the order of the rows. */
  private static Algorithm intersection() {
    AlgorithmDescription description =
        described(
            "native:intersection",
            "Intersection",
            "Makes a feature of what each two features of two layers have in common, with the"
                + " attributes of both.",
            "Intersection",
            overlay(),
            ParameterDescription.fields("INPUT_FIELDS", "Input fields to keep", "INPUT")
                .asOptional(),
            ParameterDescription.fields("OVERLAY_FIELDS", "Overlay fields to keep", OVERLAY)
                .asOptional(),
            prefix());
    return new Algorithm() {
      @Override
      public AlgorithmDescription description() {
        return description;
      }

      @Override
      public Cutting cutting(Parameters parameters) {
        return Cutting.largeSlices();
      }

      @Override
      public Results compute(FeatureTable input, Parameters parameters, Progress progress) {
        List<String> kept = parameters.texts("INPUT_FIELDS");
        return Results.of(
            both(kept.isEmpty() ? input : input.withFields(kept), parameters, progress)
                .build(description.label("OUTPUT")));
      }
    };
  }

  static FeatureSink both(FeatureTable input, Parameters parameters, Progress progress) {
    FeatureTable other = parameters.source(OVERLAY);
    List<String> chosen = parameters.texts("OVERLAY_FIELDS");
    List<String> fields = chosen.isEmpty() ? names(other) : chosen;
    FeatureSink sink = new FeatureSink(input, overlayFields(parameters, fields));
    FeatureIndex index = Overlay.index(parameters, OVERLAY);
    for (int row = 0; row < input.size(); row++) {
      progress.report((double) row / input.size(), "");
      FeatureNames.requireFinite(input, row);
      Geometry geometry = JtsGeometries.of(input.geometry(), row);
      if (geometry == null || geometry.isEmpty()) {
        continue;
      }
      for (int meeting : Overlay.meeting(geometry, index)) {
        Geometry common = Overlay.common(geometry, index.geometry(meeting));
        if (common != null) {
          sink.addMulti(row, common, Overlay.values(other, fields, meeting));
        }
      }
    }
    return sink;
  }

  private static Algorithm union() {
    return new TwoWayOverlay(
        described(
            "native:union",
            "Union",
            "Makes features of what two layers have in common, and of what each has alone.",
            "Union",
            overlay().asOptional(),
            prefix()),
        true);
  }

  private static Algorithm symmetrical() {
    return new TwoWayOverlay(
        described(
            "native:symmetricaldifference",
            "Symmetrical difference",
            "Makes features of what each of two layers has alone.",
            "Symmetrical difference",
            overlay(),
            prefix()),
        false);
  }
}
