package org.terrella.processing.csv;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.terrella.processing.encoding.ByteSink;
import org.terrella.processing.encoding.Utf8Output;
import org.terrella.processing.feature.BooleanColumn;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.GeometryColumn;
import org.terrella.processing.feature.GeometryType;
import org.terrella.processing.feature.IntegerColumn;
import org.terrella.processing.feature.RealColumn;
import org.terrella.processing.wkt.WktWriter;

/**
 * Writes a table as UTF-8 text by RFC 4180, lines ended by CR LF. Points come as the columns X, Y
 * and, in a table with heights or measures, Z and M; other geometries as well-known text in the
 * column WKT. Then follow the identifiers, if there are any, as {@code id}, and the fields. A name
 * that is taken already, in whatever case, gets a number. Null is an empty cell, empty text a pair
 * of quotes. Dates and times are ISO 8601 texts, bytes are base64.
 */
public final class CsvWriter {
  private final FeatureTable table;
  private final Utf8Output out;
  private final List<Column> columns = new ArrayList<>();

  private CsvWriter(FeatureTable table, ByteSink sink) {
    this.table = table;
    this.out = new Utf8Output(sink);
  }

  public static void write(FeatureTable table, ByteSink sink) {
    new CsvWriter(table, sink).write();
  }

  public static byte[] write(FeatureTable table) {
    return Utf8Output.collect(sink -> write(table, sink));
  }

  private void write() {
    GeometryColumn geometry = table.geometry();
    boolean points = onlyPoints();
    boolean text = !points && hasGeometry();
    boolean heights = geometry.has(2, 0, geometry.vertexCount());
    boolean measures = geometry.has(3, 0, geometry.vertexCount());
    List<String> names = new ArrayList<>();
    if (points) {
      names.addAll(List.of("X", "Y"));
      if (heights) {
        names.add("Z");
      }
      if (measures) {
        names.add("M");
      }
    } else if (text) {
      names.add("WKT");
    }
    if (table.ids() != null) {
      columns.add(table.ids());
      names.add("id");
    }
    for (Column column : table.columns()) {
      columns.add(column);
      names.add(column.field().name());
    }
    header(names);
    WktWriter wkt = new WktWriter(geometry, out);
    for (int row = 0; row < table.size(); row++) {
      if (points) {
        position(row, heights, measures);
      } else if (text && geometry.type(row) != GeometryType.NONE) {
        out.put('"');
        wkt.write(row);
        out.put('"');
      }
      for (int i = 0; i < columns.size(); i++) {
        if (i > 0 || points || text) {
          out.put(',');
        }
        value(columns.get(i), row);
      }
      out.put("\r\n");
    }
    out.flush();
  }

  private void header(List<String> names) {
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      for (int n = 2; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
        name = names.get(i) + "_" + n;
      }
      if (i > 0) {
        out.put(',');
      }
      quoted(name);
    }
    out.put("\r\n");
  }

  private boolean onlyPoints() {
    for (byte type : table.geometry().types()) {
      if (type != GeometryType.NONE.code() && type != GeometryType.POINT.code()) {
        return false;
      }
    }
    return hasGeometry();
  }

  private boolean hasGeometry() {
    for (byte type : table.geometry().types()) {
      if (type != GeometryType.NONE.code()) {
        return true;
      }
    }
    return false;
  }

  private void position(int row, boolean heights, boolean measures) {
    GeometryColumn geometry = table.geometry();
    int vertex = geometry.firstVertex(row);
    boolean present = geometry.endVertex(row) > vertex;
    for (int i = 0; i < 4; i++) {
      if (i == 2 && !heights || i == 3 && !measures) {
        continue;
      }
      if (i > 0) {
        out.put(',');
      }
      if (present) {
        real(geometry.coordinates()[vertex * geometry.stride() + i]);
      }
    }
  }

  private void value(Column column, int row) {
    if (column.isNull(row)) {
      return;
    }
    if (column instanceof BooleanColumn truths) {
      out.put(truths.values()[row] != 0 ? "true" : "false");
    } else if (column instanceof IntegerColumn wholes) {
      out.put(Long.toString(wholes.get(row)));
    } else if (column instanceof RealColumn reals) {
      real(reals.values()[row]);
    } else {
      quoted((String) column.value(row));
    }
  }

  private void real(double value) {
    if (value - value == 0) {
      out.put(value);
    }
  }

  private void quoted(String text) {
    boolean plain = !text.isEmpty() && text.trim().length() == text.length();
    for (int i = 0; plain && i < text.length(); i++) {
      plain = ",\"\r\n".indexOf(text.charAt(i)) < 0;
    }
    if (plain) {
      out.put(text);
    } else {
      out.put('"');
      out.put(text.replace("\"", "\"\""));
      out.put('"');
    }
  }
}
