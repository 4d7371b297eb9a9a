package org.terrella.processing.geojson;

import org.terrella.error.TerrellaException;
import org.terrella.json.Json;
import org.terrella.processing.encoding.ByteSink;
import org.terrella.processing.encoding.Utf8Output;
import org.terrella.processing.feature.BooleanColumn;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.feature.GeometryColumn;
import org.terrella.processing.feature.GeometryType;
import org.terrella.processing.feature.IntegerColumn;
import org.terrella.processing.feature.RealColumn;
import org.terrella.processing.feature.TextColumn;
import org.terrella.text.Utf8;

/**
 * Writes a table as an RFC 7946 feature collection, one feature per line. Coordinates stay in the
 * system of the table; when it is known and not WGS 84, the {@code crs} member of GeoJSON 2008 says
 * so. Real numbers keep a decimal point, so that they read back as real; NaN and infinities become
 * null. Identifiers that are whole numbers are written as numbers. Dates and times are ISO 8601
 * texts, bytes are base64.
 */
public final class GeoJsonWriter {
  private final FeatureTable table;
  private final Utf8Output out;
  private final byte[][] keys;

  private GeoJsonWriter(FeatureTable table, ByteSink sink) {
    this.table = table;
    this.out = new Utf8Output(sink);
    this.keys = new byte[table.columns().size()][];
    for (int i = 0; i < keys.length; i++) {
      String name = table.columns().get(i).field().name();
      keys[i] = Utf8.encode((i > 0 ? "," : "") + Json.quote(name) + ":");
    }
  }

  public static void write(FeatureTable table, ByteSink sink) {
    new GeoJsonWriter(table, sink).write();
  }

  public static byte[] write(FeatureTable table) {
    return Utf8Output.collect(sink -> write(table, sink));
  }

  /** The features alone, one in a line (newline-delimited GeoJSON); the system must be WGS 84. */
  public static byte[] writeLines(FeatureTable table) {
    return Utf8Output.collect(sink -> new GeoJsonWriter(table, sink).writeLines());
  }

  private void writeLines() {
    for (int row = 0; row < table.size(); row++) {
      feature(row);
      out.put('\n');
    }
    out.flush();
  }

  private void write() {
    out.put("{\"type\":\"FeatureCollection\"");
    if (!table.name().isEmpty()) {
      out.put(",\"name\":");
      out.put(Json.quote(table.name()));
    }
    String crsName = crsName(table.crs());
    if (!crsName.isEmpty()) {
      out.put(",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":");
      out.put(Json.quote(crsName));
      out.put("}}");
    }
    out.put(",\"features\":[");
    for (int row = 0; row < table.size(); row++) {
      out.put(row > 0 ? ",\n" : "\n");
      feature(row);
    }
    out.put("\n]}\n");
    out.flush();
  }

  private static String crsName(Crs crs) {
    String id = crs.id();
    if (id.equals(Crs.WGS84.id()) || id.endsWith(":CRS84")) {
      return "";
    }
    return id.startsWith("EPSG:") ? "urn:ogc:def:crs:EPSG::" + id.substring(5) : id;
  }

  private void feature(int row) {
    out.put("{\"type\":\"Feature\"");
    TextColumn ids = table.ids();
    if (ids != null && !ids.isNull(row)) {
      out.put(",\"id\":");
      if (isWhole(ids.utf8(), ids.offsets()[row], ids.offsets()[row + 1])) {
        out.put(ids.utf8(), ids.offsets()[row], ids.offsets()[row + 1]);
      } else {
        out.putJsonString(ids.utf8(), ids.offsets()[row], ids.offsets()[row + 1]);
      }
    }
    out.put(",\"properties\":{");
    for (int i = 0; i < keys.length; i++) {
      out.put(keys[i], 0, keys[i].length);
      value(table.columns().get(i), row);
    }
    out.put("},\"geometry\":");
    geometry(row);
    out.put('}');
  }

  private void value(Column column, int row) {
    if (column.isNull(row)) {
      out.put("null");
    } else if (column instanceof BooleanColumn truths) {
      out.put(truths.values()[row] != 0 ? "true" : "false");
    } else if (column instanceof IntegerColumn wholes) {
      out.put(Long.toString(wholes.get(row)));
    } else if (column instanceof RealColumn reals) {
      real(reals.values()[row]);
    } else if (column instanceof TextColumn texts) {
      int from = texts.offsets()[row];
      int to = texts.offsets()[row + 1];
      if (column.field().type() == FieldType.JSON) {
        out.put(texts.utf8(), from, to);
      } else {
        out.putJsonString(texts.utf8(), from, to);
      }
    } else {
      // ISO texts and base64 need no escapes.
      out.put('"');
      out.put((String) column.value(row));
      out.put('"');
    }
  }

  private void real(double value) {
    if (value - value != 0) {
      out.put("null");
      return;
    }
    out.put(value);
    if (value == Math.floor(value) && Math.abs(value) < 1e21) {
      out.put(".0");
    }
  }

  private static boolean isWhole(byte[] text, int from, int to) {
    int digits = from < to && text[from] == '-' ? from + 1 : from;
    if (digits == to || to - digits > 15 || text[digits] == '0' && to - from > 1) {
      return false;
    }
    for (int i = digits; i < to; i++) {
      if (text[i] < '0' || text[i] > '9') {
        return false;
      }
    }
    return true;
  }

  private void geometry(int row) {
    GeometryColumn geometry = table.geometry();
    GeometryType type = geometry.type(row);
    if (type == GeometryType.NONE) {
      out.put("null");
      return;
    }
    int from = geometry.partOffsets()[row];
    int to = geometry.partOffsets()[row + 1];
    out.put("{\"type\":\"");
    out.put(type.label());
    if (type != GeometryType.GEOMETRY_COLLECTION) {
      out.put("\",\"coordinates\":");
      coordinates(row, type, from, to);
    } else {
      out.put("\",\"geometries\":[");
      for (int part = from; part < to; part++) {
        GeometryType partType = geometry.partType(row, part);
        out.put(part > from ? ",{\"type\":\"" : "{\"type\":\"");
        out.put(partType.label());
        out.put("\",\"coordinates\":");
        coordinates(row, partType, part, part + 1);
        out.put('}');
      }
      out.put(']');
    }
    out.put('}');
  }

  private void coordinates(int row, GeometryType type, int from, int to) {
    boolean multi = type.code() > GeometryType.POLYGON.code();
    if (from == to) {
      out.put("[]");
      return;
    }
    if (multi) {
      out.put('[');
    }
    for (int part = from; part < to; part++) {
      if (part > from) {
        out.put(',');
      }
      part(row, part);
    }
    if (multi) {
      out.put(']');
    }
  }

  private void part(int row, int part) {
    GeometryColumn geometry = table.geometry();
    boolean polygon = geometry.partType(row, part) == GeometryType.POLYGON;
    boolean point = geometry.partType(row, part) == GeometryType.POINT;
    int firstRing = geometry.ringOffsets()[part];
    if (polygon) {
      out.put('[');
    }
    for (int ring = firstRing; ring < geometry.ringOffsets()[part + 1]; ring++) {
      if (ring > firstRing) {
        out.put(',');
      }
      if (!point) {
        out.put('[');
      }
      int firstVertex = geometry.vertexOffsets()[ring];
      for (int i = firstVertex; i < geometry.vertexOffsets()[ring + 1]; i++) {
        if (i > firstVertex) {
          out.put(',');
        }
        position(row, i * geometry.stride());
      }
      if (!point) {
        out.put(']');
      }
    }
    if (polygon) {
      out.put(']');
    }
  }

  private void position(int row, int at) {
    double[] ordinates = table.geometry().coordinates();
    double x = ordinates[at];
    double y = ordinates[at + 1];
    if (x - x != 0 || y - y != 0) {
      throw TerrellaException.invalid(
          "\""
              + table.name()
              + "\", feature "
              + (row + 1)
              + " has a coordinate that is not finite, which GeoJSON cannot hold.");
    }
    out.put('[');
    out.put(x);
    out.put(',');
    out.put(y);
    if (table.geometry().stride() > 2) {
      double z = ordinates[at + 2];
      if (z - z == 0) {
        out.put(',');
        out.put(z);
      }
    }
    out.put(']');
  }
}
