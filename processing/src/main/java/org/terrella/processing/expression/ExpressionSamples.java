package org.terrella.processing.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.terrella.error.TerrellaException;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.feature.TableBuilder;
import org.terrella.processing.geometry.JtsGeometries;
import org.terrella.processing.projection.Definitions;

/** Expressions whose answers must be the same in every program. */
public final class ExpressionSamples {
  static final String[][] EXPRESSIONS = {
    {
      "values",
      "(n / 7) || ' ' || (n // 7) || ' ' || (-n % 7)",
      "n = '3' OR name LIKE '%o_' AND NOT name ILIKE 'A%'",
      "array(n, name, NULL)[1]",
      "map('b', n / 3, 'a', array(1.5, TRUE))",
      "9223372036854775807 + n",
      "\"day\" - to_date('2020-02-29')",
      "n + 'x'"
    },
    {
      "numbers",
      "sin(n) ^ 3 + ln(n + 1) * exp(-n) - atan2(n, 3)",
      "scale_exp(n, 0, 9, 1, 5, 1.7)",
      "format_number(n * 12345.678, 2)",
      "round(n / 3, 5)",
      "to_dms(n * 7.123456, 'x', 4, 'aligned')"
    },
    {
      "texts",
      "regexp_replace(name, '([aeiou])(.)', '<\\\\2\\\\1>')",
      "name ~ '^(?:[A-Z]\\\\w+\\\\s?){1,2}$'",
      "upper(name) || lower('ÄÖÜ') || title(name)",
      "levenshtein(name, 'Rotterdam') || soundex(name) || md5(name) || sha256(name)",
      "array_to_string(regexp_matches(name, '(o)(.*)'), '|')",
      "wordwrap(name || ' ' || name, 6)",
      "hash(name, 'sha1')",
      "format_date(\"day\", 'dddd d MMMM yyyy')",
      "to_interval('1 day 3 hours') * n"
    },
    {
      "collections",
      "array_sort(array_foreach(generate_series(1, n), -@element * @counter))",
      "array_filter(array(5, 3, n), @element > 3)",
      "array_median(generate_series(0, n)) || array_mean(array(n, 1.1))",
      "to_json(attributes())",
      "color_hsl(n * 40, 50, 60) || lighter('200,10,30', 110 + n) || color_part('12,34,56', 'hue')",
      "concatenate(name, filter := n > 1, concatenator := '/', order_by := -n)",
      "stdev(n) || median(n) || q1(n) || sum(n, group_by := n % 2)"
    },
    {"buffer", "geom_to_wkt(buffer(@geometry, 0.5), 12)"},
    {"centroid", "geom_to_wkt(centroid(@geometry), 15)"},
    {"minimal_circle", "geom_to_wkt(minimal_circle(@geometry, 12), 12)"},
    {"oriented_bbox", "geom_to_wkt(oriented_bbox(@geometry), 12)"},
    {"smooth", "geom_to_wkt(smooth(@geometry, 2), 15)"},
    {"rotate", "geom_to_wkt(rotate(simplify(@geometry, 0.4), 33), 15)"},
    {"intersection", "geom_to_wkt(intersection(@geometry, make_circle(make_point(1, 1), 2)), 12)"},
    {"relate", "relate(@geometry, make_square(make_point(0, 0), make_point(2, 2)))"},
    {"convex_hull", "geom_to_wkb(convex_hull(@geometry))"},
    {"hausdorff", "hausdorff_distance(@geometry, make_point(3, 3))"},
    {"tapered_buffer", "geom_to_wkt(tapered_buffer(@geometry, 0.2, 1), 12)"},
    {"offset_curve", "geom_to_wkt(offset_curve(@geometry, 0.3), 12)"},
    {"pole", "geom_to_wkt(pole_of_inaccessibility(@geometry, 0.01), 12)"},
    {"ellipsoid", "$area", "$length", "$perimeter"},
    {
      "transform",
      "geom_to_wkt(transform(@geometry, @layer_crs, 'EPSG:3857'), 9)",
      "geom_to_wkt(transform(@geometry, 'EPSG:4326', '+proj=utm +zone=32 +ellps=GRS80'), 9)"
    },
    {
      "layers",
      "overlay_intersects('places', name, sort_by_intersection_size := 'des', return_details := 1)",
      "overlay_nearest('places', \"n\", \"n\" <> 2, limit := 2)",
      "overlay_disjoint('places', \"n\") || overlay_within('places') || overlay_touches('mine')",
      "aggregate('places', 'concatenate', name, intersects(@geometry, geometry(@parent)), '/')",
      "attribute(get_feature('places', 'name', name), 'n') || layer_property('places', 'crs')"
    },
    {
      "seeds",
      "rand(1, 1000000, n) || ' ' || rand(-5, 5, name) || ' ' || randf(0, 1, n)",
      "geom_to_wkt(order_parts(nodes_to_points(@geometry), 'rand(1, 1000, $x)'))"
    }
  };

  private static final String[] SHAPES = {
    "POINT(1.25 2)",
    "LINESTRING(0 0,3.1 4.2,5 1)",
    "POLYGON((0 0,4.4 0.2,4 3,1.3 5,0 0),(1 1,2 1,1.5 2,1 1))",
    "MULTIPOLYGON(((10 50,11 50,11 51.5,10 50)),((-179 -60,179 -60,179 60,-179 60,-179 -60)))",
    "MULTILINESTRING((0 0,179.5 0.3),(30 -30,-149.9 29.9))"
  };

  private ExpressionSamples() {}

  /** Answers of some expressions, row by row; errors by their messages. */
  public record Sample(String name, List<String> answers) {}

  /** All samples. */
  public static List<Sample> all() {
    FeatureTable table = table();
    FeatureTable elsewhere = Definitions.NONE.projected(table, Crs.WEB_MERCATOR);
    Map<String, List<FeatureTable>> layers =
        Map.of("@places", List.of(elsewhere.withName("places")), "@@mine", List.of(table));
    Context context = Context.of(Definitions.NONE, Layers.of(layers));
    List<String> names = table.fields().stream().map(Field::name).toList();
    List<Sample> samples = new ArrayList<>();
    for (String[] group : EXPRESSIONS) {
      List<String> answers = new ArrayList<>();
      for (int i = 1; i < group.length; i++) {
        Expression expression = Expression.of(group[i], table, names, context);
        for (int row = 0; row < table.size(); row++) {
          try {
            Value value = expression.at(row);
            answers.add(value.isNull() ? "NULL" : value.text());
          } catch (TerrellaException failure) {
            answers.add(failure.getMessage());
          }
        }
      }
      samples.add(new Sample(group[0], answers));
    }
    return samples;
  }

  static FeatureTable table() {
    TableBuilder builder = new TableBuilder("samples").crs(Crs.WGS84);
    builder.field(new Field("n", FieldType.INTEGER)).field(new Field("name", FieldType.STRING));
    builder.field(new Field("day", FieldType.DATE));
    String[] names = {"Amsterdam", "New York", "São Paulo", "Tokyo 東京", "Oslo"};
    for (int i = 0; i < names.length; i++) {
      builder.column("n").addLong(i);
      builder.column("name").addText(names[i]);
      builder.column("day").addText("2024-0" + (i + 1) + "-2" + i);
      JtsGeometries.add(builder.geometry(), WktParser.parse(SHAPES[i]));
      builder.endRow();
    }
    return builder.build();
  }
}
