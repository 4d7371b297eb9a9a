package org.terrella.processing.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.terrella.error.TerrellaException;
import org.terrella.processing.temporal.Moment;

/** Operations on whole tables. */
public final class FeatureTables {
  private FeatureTables() {}

  /**
   * All rows of the given tables, one table after the other; name and CRS are those of the first.
   *
   * @throws TerrellaException invalid-argument when there is no table, or when the fields of a
   *     table differ from those of the first
   */
  public static FeatureTable concat(List<FeatureTable> tables) {
    if (tables.isEmpty()) {
      throw TerrellaException.invalid("There is no table to put together.");
    }
    FeatureTable first = tables.get(0);
    if (tables.size() == 1) {
      return first;
    }
    boolean hasIds = false;
    List<GeometryColumn> geometries = new ArrayList<>();
    for (FeatureTable table : tables) {
      if (!table.fields().equals(first.fields())) {
        throw TerrellaException.invalid(
            "\"" + table.name() + "\" has other fields than \"" + first.name() + "\".");
      }
      hasIds |= table.ids() != null;
      geometries.add(table.geometry());
    }
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < first.columns().size(); i++) {
      List<Column> pieces = new ArrayList<>();
      for (FeatureTable table : tables) {
        pieces.add(table.columns().get(i));
      }
      columns.add(concatColumns(pieces));
    }
    return new FeatureTable(
        first.name(),
        first.crs(),
        GeometryColumn.concat(geometries),
        columns,
        hasIds ? concatIds(tables) : null);
  }

  private static TextColumn concatIds(List<FeatureTable> tables) {
    List<Column> pieces = new ArrayList<>();
    for (FeatureTable table : tables) {
      pieces.add(
          table.ids() != null
              ? table.ids()
              : new ColumnBuilder(new Field("id", FieldType.STRING)).resize(table.size()).build());
    }
    return (TextColumn) concatColumns(pieces);
  }

  private static Column concatColumns(List<Column> pieces) {
    int size = 0;
    for (Column piece : pieces) {
      size += piece.size();
    }
    Field field = pieces.get(0).field();
    byte[] present = concatPresent(pieces, size);
    int at = 0;
    switch (field.type()) {
      case BOOLEAN -> {
        byte[] values = new byte[size];
        for (Column piece : pieces) {
          System.arraycopy(((BooleanColumn) piece).values(), 0, values, at, piece.size());
          at += piece.size();
        }
        return new BooleanColumn(field, values, present);
      }
      case INTEGER -> {
        int[] values = new int[size];
        for (Column piece : pieces) {
          System.arraycopy(((Integer32Column) piece).values(), 0, values, at, piece.size());
          at += piece.size();
        }
        return new Integer32Column(field, values, present);
      }
      case INTEGER64 -> {
        long[] values = new long[size];
        for (Column piece : pieces) {
          System.arraycopy(((Integer64Column) piece).values(), 0, values, at, piece.size());
          at += piece.size();
        }
        return new Integer64Column(field, values, present);
      }
      case REAL -> {
        double[] values = new double[size];
        for (Column piece : pieces) {
          System.arraycopy(((RealColumn) piece).values(), 0, values, at, piece.size());
          at += piece.size();
        }
        return new RealColumn(field, values, present);
      }
      case DATE, TIME, DATE_TIME -> {
        return concatMoments(field, pieces, size, present);
      }
      case BINARY -> {
        VariableBytes all = concatBytes(field, pieces, size);
        return new BinaryColumn(field, all.offsets(), all.bytes(), present);
      }
      default -> {
        VariableBytes all = concatBytes(field, pieces, size);
        return new TextColumn(field, all.offsets(), all.bytes(), present);
      }
    }
  }

  private static TemporalColumn concatMoments(
      Field field, List<Column> pieces, int size, byte[] present) {
    long[] micros = new long[size];
    byte[] zones = null;
    int at = 0;
    for (Column piece : pieces) {
      TemporalColumn moments = (TemporalColumn) piece;
      System.arraycopy(moments.micros(), 0, micros, at, moments.size());
      if (moments.zones() != null) {
        if (zones == null) {
          zones = new byte[size];
          Arrays.fill(zones, Moment.NO_ZONE);
        }
        System.arraycopy(moments.zones(), 0, zones, at, moments.size());
      }
      at += moments.size();
    }
    return new TemporalColumn(field, micros, zones, present);
  }

  private static VariableBytes concatBytes(Field field, List<Column> pieces, int size) {
    List<VariableBytes> parts = new ArrayList<>();
    long bytes = 0;
    for (Column piece : pieces) {
      VariableBytes part =
          piece instanceof BinaryColumn binary
              ? new VariableBytes(binary.offsets(), binary.bytes())
              : new VariableBytes(((TextColumn) piece).offsets(), ((TextColumn) piece).utf8());
      bytes += part.offsets()[piece.size()];
      parts.add(part);
    }
    if (bytes > Integer.MAX_VALUE) {
      throw TerrellaException.unsupported(
          "Field \"" + field.name() + "\" has more than 2 GiB of text.");
    }
    byte[] all = new byte[(int) bytes];
    int[] offsets = new int[size + 1];
    int row = 0;
    int start = 0;
    for (VariableBytes part : parts) {
      int count = part.offsets().length - 1;
      int length = part.offsets()[count];
      System.arraycopy(part.bytes(), 0, all, start, length);
      for (int i = 1; i <= count; i++) {
        offsets[++row] = start + part.offsets()[i];
      }
      start += length;
    }
    return new VariableBytes(offsets, all);
  }

  private static byte[] concatPresent(List<Column> pieces, int size) {
    byte[] present = null;
    int at = 0;
    for (Column piece : pieces) {
      byte[] own = piece.present();
      if (own == null) {
        at += piece.size();
        continue;
      }
      for (int i = 0; i < own.length; i++, at++) {
        if (own[i] == 0) {
          if (present == null) {
            present = new byte[size];
            Arrays.fill(present, (byte) 1);
          }
          present[at] = 0;
        }
      }
    }
    return present;
  }

  /** The types of all features: bit {@link GeometryType#code} is set for each that there is. */
  public static int kinds(FeatureTable table) {
    int kinds = 0;
    for (byte type : table.geometry().types()) {
      kinds |= 1 << type;
    }
    return kinds;
  }

  /**
   * Where a table is cut into slices, at least one: slice {@code i} has the rows from {@code
   * cuts[i]} up to, but not with, {@code cuts[i + 1]}.
   *
   * @param rows most rows of a slice
   * @param vertices a slice ends with the feature that reaches these
   */
  public static int[] cuts(FeatureTable table, int rows, int vertices) {
    int[] cuts = new int[16];
    int count = 1;
    int begin = 0;
    GeometryColumn geometry = table.geometry();
    int[] parts = geometry.partOffsets();
    int[] rings = geometry.ringOffsets();
    int[] ends = geometry.vertexOffsets();
    for (int row = 1; row < table.size(); row++) {
      int end = ends[rings[parts[row]]];
      if (row - cuts[count - 1] >= rows || end - begin >= vertices) {
        begin = end;
        if (count + 1 == cuts.length) {
          cuts = Arrays.copyOf(cuts, 2 * count);
        }
        cuts[count++] = row;
      }
    }
    cuts[count++] = table.size();
    return Arrays.copyOf(cuts, count);
  }

  /** The first {@code count} of the given rows, in their order. */
  public static FeatureTable take(FeatureTable table, int[] rows, int count) {
    int[] chosen = Arrays.copyOf(rows, count);
    GeometryColumnBuilder geometry = new GeometryColumnBuilder();
    for (int row : chosen) {
      geometry.add(table.geometry(), row);
    }
    List<Column> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      columns.add(column.take(chosen));
    }
    TextColumn ids = table.ids() == null ? null : (TextColumn) table.ids().take(chosen);
    return new FeatureTable(table.name(), table.crs(), geometry.build(), columns, ids);
  }
}
