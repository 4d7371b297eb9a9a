package org.terrella.processing.flatgeobuf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.terrella.error.TerrellaException;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.GeometryColumnBuilder;
import org.terrella.processing.feature.TextColumn;

/**
 * Reads a FlatGeobuf file of version 3, with or without spatial index, which is skipped. Times of
 * vertices (T, TM) are dropped. Unsigned numbers beyond 63 bits become text with all their digits.
 * A column of date-times whose values are all dates, or all times of day, is one of dates or times;
 * so is one of midnights without zone, unless the file says otherwise, for GDAL writes dates so.
 * Where values are of several kinds or no dates at all, they are text.
 *
 * <p>Errors: malformed-input naming the byte for damaged files; unsupported-format for curves,
 * other versions and features with columns of their own.
 */
public final class FlatGeobufReader {
  private static final int NODE_BYTES = 40;
  private static final int MOST_FIELDS = 10_000;
  private static final long MOST_CELLS = 200_000_000;

  private final String fileName;
  private final byte[] bytes;
  private final FlatCursor cursor;
  private final GeometryColumnBuilder geometry = new GeometryColumnBuilder();
  private final List<PropertyColumn> columns = new ArrayList<>();
  private int rows;

  private FlatGeobufReader(String fileName, byte[] bytes) {
    this.fileName = fileName;
    this.bytes = bytes;
    this.cursor = new FlatCursor(fileName, bytes);
  }

  /**
   * @param name the name of the file without extension; the name in the header wins
   */
  public static FeatureTable read(String name, byte[] bytes) {
    return new FlatGeobufReader(name, bytes).read();
  }

  private FeatureTable read() {
    checkMagic();
    int headerStart = 12;
    int headerEnd = sizedEnd(8);
    cursor.confine(headerStart, headerEnd);
    int header = cursor.table(headerStart);
    String headerName = cursor.string(header, Slots.HEADER_NAME);
    int declaredType = cursor.u8Field(header, Slots.HEADER_GEOMETRY_TYPE, 0);
    readColumns(header);
    Crs crs = readCrs(header);
    int countAt = cursor.field(header, Slots.HEADER_FEATURES_COUNT);
    long count = countAt == 0 ? 0 : cursor.i64(countAt);
    int nodeSizeAt = cursor.field(header, Slots.HEADER_INDEX_NODE_SIZE);
    int nodeSize = nodeSizeAt == 0 ? 16 : cursor.u16(nodeSizeAt);
    int at = skipIndex(headerEnd, count, nodeSize);
    GeometryDecoder decoder = new GeometryDecoder(cursor, geometry, declaredType);
    while (at < bytes.length) {
      cursor.confine(0, bytes.length);
      int featureEnd = sizedEnd(at);
      cursor.confine(at + 4, featureEnd);
      readFeature(at + 4, decoder);
      at = featureEnd;
    }
    if (count != 0 && count != rows) {
      throw cursor.broken(
          bytes.length,
          "the file ends after " + rows + " of " + Long.toUnsignedString(count) + " features");
    }
    return table(headerName.isEmpty() ? fileName : headerName, crs);
  }

  private void checkMagic() {
    boolean known = bytes.length >= 8;
    for (int i = 0; known && i < 7; i++) {
      known = i == 3 || bytes[i] == "fgb?fgb".charAt(i);
    }
    if (!known) {
      throw TerrellaException.malformed(
          "\"" + fileName + "\" is not a FlatGeobuf file: its first bytes are not \"fgb\".");
    }
    if (bytes[3] != 3) {
      throw TerrellaException.unsupported(
          "\""
              + fileName
              + "\" is FlatGeobuf version "
              + bytes[3]
              + "; only version 3 can be read.");
    }
  }

  /** Where the buffer ends whose length stands at {@code at}. */
  private int sizedEnd(int at) {
    cursor.demand(at, 4);
    long end = at + 4 + cursor.u32(at);
    if (end > bytes.length) {
      throw cursor.broken(
          at, "a block goes to byte " + end + " but the file has only " + bytes.length + " bytes");
    }
    return (int) end;
  }

  private void readColumns(int header) {
    int vector = cursor.vector(header, Slots.HEADER_COLUMNS, 4);
    if (cursor.length(vector) > MOST_FIELDS) {
      throw TerrellaException.unsupported(
          "\"" + fileName + "\" has more than " + MOST_FIELDS + " fields.");
    }
    Set<String> names = new HashSet<>();
    // Names of a sound file do not share bytes, so together they are shorter than the header.
    int left = cursor.size();
    for (int i = 0; i < cursor.length(vector); i++) {
      int at = vector + 4 + 4 * i;
      int column = cursor.table(at);
      int code = cursor.u8Field(column, Slots.COLUMN_TYPE, 0);
      ColumnType type = ColumnType.ofCode(code);
      if (type == null) {
        throw cursor.broken(at, "column " + (i + 1) + " has the unknown type " + code);
      }
      String metadata = cursor.string(column, Slots.COLUMN_METADATA);
      boolean isId = metadata.equals(Slots.FEATURE_ID_METADATA) && type == ColumnType.STRING;
      String name = cursor.string(column, Slots.COLUMN_NAME);
      left -= name.length();
      if (left < 0) {
        throw cursor.broken(at, "the fields have names longer than the header");
      }
      String unique = name;
      for (int n = 2; !isId && !names.add(unique); n++) {
        unique = name + "_" + n;
      }
      columns.add(new PropertyColumn(unique, type, isId, Slots.declaredType(metadata)));
    }
  }

  private Crs readCrs(int header) {
    int crs = cursor.tableField(header, Slots.HEADER_CRS);
    if (crs == 0) {
      return Crs.UNKNOWN;
    }
    String org = cursor.string(crs, Slots.CRS_ORG);
    int codeAt = cursor.field(crs, Slots.CRS_CODE);
    int code = codeAt == 0 ? 0 : cursor.i32(codeAt);
    String codeText = code > 0 ? Integer.toString(code) : cursor.string(crs, Slots.CRS_CODE_STRING);
    String id = codeText.isEmpty() ? "" : (org.isEmpty() ? "EPSG" : org) + ":" + codeText;
    return crs(id, cursor.string(crs, Slots.CRS_WKT));
  }

  static Crs crs(String id, String wkt) {
    return switch (id) {
      case "EPSG:4326", "OGC:CRS84" -> Crs.WGS84;
      case "EPSG:3857" -> Crs.WEB_MERCATOR;
      default -> id.isEmpty() && wkt.isEmpty() ? Crs.UNKNOWN : new Crs(id, wkt, false, 0);
    };
  }

  /**
   * Where the features begin: behind the packed Hilbert R-tree, whose size follows from the count.
   */
  private int skipIndex(int at, long count, int nodeSize) {
    if (count == 0 || nodeSize == 0) {
      return at;
    }
    if (count < 0 || count > bytes.length || nodeSize < 2) {
      throw cursor.broken(
          at,
          "the header promises "
              + Long.toUnsignedString(count)
              + " features and index nodes of "
              + nodeSize
              + ", which cannot be");
    }
    long level = count;
    long nodes = count;
    do {
      level = (level + nodeSize - 1) / nodeSize;
      nodes += level;
    } while (level > 1);
    long end = at + nodes * NODE_BYTES;
    if (end > bytes.length) {
      throw cursor.broken(
          bytes.length, "the file ends inside its index, which should go to byte " + end);
    }
    return (int) end;
  }

  private void readFeature(int start, GeometryDecoder decoder) {
    int feature = cursor.table(start);
    if (cursor.length(cursor.vector(feature, Slots.FEATURE_COLUMNS, 4)) > 0) {
      throw TerrellaException.unsupported(
          "\"" + fileName + "\": feature " + (rows + 1) + " has columns of its own.");
    }
    decoder.read(cursor.tableField(feature, Slots.FEATURE_GEOMETRY), rows + 1);
    int vector = cursor.vector(feature, Slots.FEATURE_PROPERTIES, 1);
    int at = vector + 4;
    int end = at + cursor.length(vector);
    // A value takes three bytes or more; some writers leave filling behind the last one.
    while (vector != 0 && at + 2 < end) {
      int column = cursor.u16(at);
      if (column >= columns.size()) {
        throw cursor.broken(
            at,
            "feature "
                + (rows + 1)
                + " has a value for column "
                + column
                + " of "
                + columns.size()
                + ", counted from 0");
      }
      at = columns.get(column).read(cursor, bytes, at + 2, end, rows);
    }
    rows++;
  }

  private FeatureTable table(String name, Crs crs) {
    if ((long) columns.size() * rows > MOST_CELLS) {
      throw TerrellaException.unsupported(
          columns.size() + " fields times " + rows + " features are too many values.");
    }
    List<Column> built = new ArrayList<>();
    TextColumn ids = null;
    for (PropertyColumn column : columns) {
      Column values = column.build(rows);
      if (column.isId() && ids == null) {
        ids = (TextColumn) values;
      } else {
        built.add(values);
      }
    }
    return new FeatureTable(name, crs, geometry.build(), built, ids);
  }
}
