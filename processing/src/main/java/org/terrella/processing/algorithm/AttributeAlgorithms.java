package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.terrella.error.TerrellaException;
import org.terrella.exact.DoubleText;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.ColumnBuilder;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.feature.GeometryColumnBuilder;
import org.terrella.processing.feature.GeometryType;

/** Algorithms on the fields of a layer. */
final class AttributeAlgorithms {
  private static final List<FieldType> TYPES =
      List.of(FieldType.INTEGER, FieldType.REAL, FieldType.STRING);

  private AttributeAlgorithms() {}

  static List<Algorithm> all() {
    return List.of(
        addField(),
        delete(),
        dropGeometries(),
        fromTable(),
        rename(),
        retain(),
        textToFloat(),
        uniqueIndex(),
        GeometryFields.xAndY());
  }

  private static Algorithm retain() {
    AlgorithmDescription description =
        Declared.table(
            "native:retainfields",
            "Retain fields",
            "Keeps the given fields, in the order of the layer, and drops all others.",
            "Retained fields",
            ParameterDescription.fields("FIELDS", "Fields to retain", "INPUT"));
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) ->
            Columns.replaced(description, input, chosen(input, parameters.texts("FIELDS"), true)));
  }

  private static Algorithm delete() {
    AlgorithmDescription description =
        Declared.table(
            "native:deletecolumn",
            "Drop field(s)",
            "Drops the given fields.",
            "Remaining fields",
            ParameterDescription.fields("COLUMN", "Fields to drop", "INPUT"));
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) ->
            Columns.replaced(description, input, chosen(input, parameters.texts("COLUMN"), false)));
  }

  private static List<Column> chosen(FeatureTable input, List<String> names, boolean named) {
    List<Column> columns = new ArrayList<>();
    for (Column column : input.columns()) {
      if (names.contains(column.field().name()) == named) {
        columns.add(column);
      }
    }
    return columns;
  }

  private static Algorithm rename() {
    AlgorithmDescription description =
        Declared.table(
            "native:renametablefield",
            "Rename field",
            "Gives a field another name.",
            "Renamed",
            ParameterDescription.field("FIELD", "Field to rename", "INPUT"),
            ParameterDescription.of("NEW_NAME", "New field name", ParameterType.STRING));
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) -> {
          String name = parameters.text("NEW_NAME");
          List<Column> columns = new ArrayList<>();
          for (Column column : input.columns()) {
            if (column.field().name().equals(name)) {
              throw TerrellaException.invalid(
                  "\"" + input.name() + "\" has a field called \"" + name + "\" already.");
            }
            boolean meant = column.field().name().equals(parameters.field("FIELD"));
            columns.add(meant ? Columns.renamed(column, name) : column);
          }
          return Columns.replaced(description, input, columns);
        });
  }

  private static Algorithm addField() {
    return FeatureAlgorithm.of(
            Declared.table(
                "native:addfieldtoattributestable",
                "Add field to attributes table",
                "Adds a field without values.",
                "Added",
                ParameterDescription.of("FIELD_NAME", "Field name", ParameterType.STRING),
                ParameterDescription.choice(
                    "FIELD_TYPE", "Field type", 0, List.of("Integer", "Float", "String")),
                ParameterDescription.integer("FIELD_LENGTH", "Field length", 10).between(1, 255),
                ParameterDescription.integer("FIELD_PRECISION", "Field precision", 0)
                    .between(0, 10)),
            (feature, sink) -> sink.keep(feature.row()))
        .adding(
            (input, parameters) ->
                List.of(
                    new Field(
                        parameters.text("FIELD_NAME"), TYPES.get(parameters.choice("FIELD_TYPE")))))
        .seesAll()
        .quick();
  }

  private static Algorithm textToFloat() {
    AlgorithmDescription description =
        Declared.table(
            "qgis:texttofloat",
            "Text to float",
            "Makes a field of numbers of a field of texts; a percentage becomes its hundredth.",
            "Float from text",
            ParameterDescription.field("FIELD", "Text attribute to convert to float", "INPUT"));
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) -> {
          List<Column> columns = new ArrayList<>();
          for (Column column : input.columns()) {
            boolean meant = column.field().name().equals(parameters.field("FIELD"));
            columns.add(meant ? numbers(column) : column);
          }
          return Columns.replaced(description, input, columns);
        });
  }

  private static Column numbers(Column column) {
    ColumnBuilder numbers = new ColumnBuilder(new Field(column.field().name(), FieldType.REAL));
    for (int row = 0; row < column.size(); row++) {
      Object value = column.value(row);
      String text = value == null ? "" : value.toString().trim();
      boolean percent = text.endsWith("%");
      double number =
          DoubleText.parseOrNaN(percent ? text.substring(0, text.length() - 1).trim() : text);
      numbers.add(number - number != 0 ? null : (Object) (percent ? number / 100 : number));
    }
    return numbers.build();
  }

  /** Equal values have equal numbers, from 0 in the order in which they first come. */
  private static Algorithm uniqueIndex() {
    AlgorithmDescription description =
        AlgorithmDescription.of(
                "native:adduniquevalueindexfield",
                "Add unique value index field",
                "vectortable",
                "Adds a field of numbers, one for each different value of another field.")
            .with(
                Declared.table(),
                ParameterDescription.field("FIELD", "Class field", "INPUT"),
                ParameterDescription.text("FIELD_NAME", "Output field name", "NUM_FIELD"),
                ParameterDescription.sink("OUTPUT", "Layer with index field").asOptional(),
                ParameterDescription.sink("SUMMARY_OUTPUT", "Class summary").onlyWhenAsked());
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) -> {
          Field index = new Field(parameters.text("FIELD_NAME"), FieldType.INTEGER);
          FeatureSink sink = new FeatureSink(input, List.of(index));
          Column column = input.column(parameters.field("FIELD"));
          Map<Object, Integer> numbers = new LinkedHashMap<>();
          List<Integer> firsts = new ArrayList<>();
          for (int row = 0; row < input.size(); row++) {
            Object value = column.value(row);
            Integer number = numbers.get(value);
            if (number == null) {
              number = numbers.size();
              numbers.put(value, number);
              firsts.add(row);
            }
            sink.keep(row, number);
          }
          Results results = Results.of(sink.build(description.label("OUTPUT")));
          if (!parameters.wants("SUMMARY_OUTPUT")) {
            return results;
          }
          FeatureTable classes = input.withFields(List.of(column.field().name())).withoutGeometry();
          FeatureSink summary = new FeatureSink(classes, List.of(index));
          for (int i = 0; i < firsts.size(); i++) {
            summary.keep(firsts.get(i), i);
          }
          return results.with(
              "SUMMARY_OUTPUT", summary.buildNewFirst(description.label("SUMMARY_OUTPUT")));
        });
  }

  private static Algorithm dropGeometries() {
    AlgorithmDescription description =
        Declared.in(
            "vectorgeneral",
            "native:dropgeometries",
            "Drop geometries",
            "Keeps the attributes alone.",
            "Dropped geometries",
            Declared.any());
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) ->
            Results.of(input.withoutGeometry().withName(description.label("OUTPUT"))));
  }

  /** Rows without a number in both fields have no geometry, as in QGIS. */
  private static Algorithm fromTable() {
    AlgorithmDescription description =
        Declared.in(
            "vectorcreation",
            "native:createpointslayerfromtable",
            "Create points layer from table",
            "Makes points of the numbers in two fields, or three or four.",
            "Points from table",
            Declared.table(),
            ParameterDescription.field("XFIELD", "X field", "INPUT"),
            ParameterDescription.field("YFIELD", "Y field", "INPUT"),
            ParameterDescription.field("ZFIELD", "Z field", "INPUT").asOptional(),
            ParameterDescription.field("MFIELD", "M field", "INPUT").asOptional(),
            ParameterDescription.crs("TARGET_CRS", "Target CRS", "EPSG:4326"));
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) -> {
          GeometryColumnBuilder points = new GeometryColumnBuilder();
          for (int row = 0; row < input.size(); row++) {
            double x = number(input, parameters.field("XFIELD"), row);
            double y = number(input, parameters.field("YFIELD"), row);
            if (x - x != 0 || y - y != 0) {
              points.addNone();
              continue;
            }
            points.beginFeature(GeometryType.POINT).beginPart(GeometryType.POINT).beginRing();
            points.vertex(
                x,
                y,
                number(input, parameters.field("ZFIELD"), row),
                number(input, parameters.field("MFIELD"), row));
            points.endFeature();
          }
          return Results.of(
              new FeatureTable(
                  description.label("OUTPUT"),
                  parameters.crs("TARGET_CRS"),
                  points.build(),
                  input.columns(),
                  input.ids()));
        });
  }

  private static double number(FeatureTable input, String field, int row) {
    Object value = field.isEmpty() ? null : input.column(field).value(row);
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    return value == null ? Double.NaN : DoubleText.parseOrNaN(value.toString().trim());
  }
}
