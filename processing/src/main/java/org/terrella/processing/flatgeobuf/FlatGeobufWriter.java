package org.terrella.processing.flatgeobuf;

import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.feature.GeometryColumn;
import org.terrella.processing.feature.GeometryType;

/**
 * Writes a table as FlatGeobuf version 3 without index. Identifiers of features become a text
 * column that is marked, so that {@link FlatGeobufReader} finds them again.
 */
public final class FlatGeobufWriter {
  private static final byte[] MAGIC = {'f', 'g', 'b', 3, 'f', 'g', 'b', 0};
  private static final int OFFSET = 4;

  private final FeatureTable table;
  private final GeometryColumn geometry;
  private final FlatBuilder out = new FlatBuilder();
  private final PropertyEncoder properties;
  private final boolean digested;
  private final String description;

  private FlatGeobufWriter(FeatureTable table, boolean digested, String description) {
    this.table = table;
    this.geometry = table.geometry();
    this.digested = digested;
    this.description = description;
    this.properties = new PropertyEncoder(table, digested);
  }

  public static byte[] write(FeatureTable table) {
    return write(table, "");
  }

  /** A file whose header tells of the data, for people; empty for nothing. */
  public static byte[] write(FeatureTable table, String description) {
    return new FlatGeobufWriter(table, false, description).write();
  }

  /**
   * The file whose digest stands for the table in histories. Its whole numbers all have 64 bits and
   * its columns no metadata but those of identifiers, as files of the first version were.
   */
  public static byte[] writeForDigest(FeatureTable table) {
    return new FlatGeobufWriter(table, true, "").write();
  }

  private byte[] write() {
    out.raw(MAGIC);
    out.beginBuffer();
    header();
    out.endBuffer();
    for (int row = 0; row < table.size(); row++) {
      out.beginBuffer();
      feature(row);
      out.endBuffer();
    }
    return out.build();
  }

  private void header() {
    boolean hasVertices = geometry.vertexCount() > 0;
    boolean hasM = geometry.has(3, 0, geometry.vertexCount());
    boolean hasColumns = !properties.columns().isEmpty();
    Crs crs = table.crs();
    boolean described = !description.isEmpty();
    int[] sizes = new int[(described ? Slots.HEADER_DESCRIPTION : Slots.HEADER_CRS) + 1];
    sizes[Slots.HEADER_NAME] = table.name().isEmpty() ? 0 : OFFSET;
    sizes[Slots.HEADER_ENVELOPE] = hasVertices ? OFFSET : 0;
    sizes[Slots.HEADER_GEOMETRY_TYPE] = 1;
    sizes[Slots.HEADER_HAS_Z] = 1;
    sizes[Slots.HEADER_HAS_M] = hasM ? 1 : 0;
    sizes[Slots.HEADER_COLUMNS] = hasColumns ? OFFSET : 0;
    sizes[Slots.HEADER_FEATURES_COUNT] = 8;
    sizes[Slots.HEADER_INDEX_NODE_SIZE] = 2;
    sizes[Slots.HEADER_CRS] = crs.isKnown() ? OFFSET : 0;
    if (described) {
      sizes[Slots.HEADER_DESCRIPTION] = OFFSET;
    }
    int header = out.table(out.root(), sizes);
    out.putByte(out.field(header, Slots.HEADER_GEOMETRY_TYPE), uniformType());
    out.putByte(
        out.field(header, Slots.HEADER_HAS_Z), geometry.has(2, 0, geometry.vertexCount()) ? 1 : 0);
    if (hasM) {
      out.putByte(out.field(header, Slots.HEADER_HAS_M), 1);
    }
    out.putLong(out.field(header, Slots.HEADER_FEATURES_COUNT), table.size());
    // Node size 0 says that there is no index; the default would be 16.
    out.putShort(out.field(header, Slots.HEADER_INDEX_NODE_SIZE), 0);
    if (!table.name().isEmpty()) {
      out.string(out.field(header, Slots.HEADER_NAME), table.name());
    }
    if (hasVertices) {
      envelope(out.field(header, Slots.HEADER_ENVELOPE));
    }
    if (hasColumns) {
      columns(out.field(header, Slots.HEADER_COLUMNS));
    }
    if (crs.isKnown()) {
      crs(out.field(header, Slots.HEADER_CRS), crs);
    }
    if (described) {
      out.string(out.field(header, Slots.HEADER_DESCRIPTION), description);
    }
  }

  private int uniformType() {
    int uniform = -1;
    for (byte type : geometry.types()) {
      if (type != 0 && type != uniform) {
        if (uniform >= 0) {
          return 0;
        }
        uniform = type;
      }
    }
    return Math.max(uniform, 0);
  }

  private void envelope(int link) {
    double[] ordinates = geometry.coordinates();
    double[] bounds = {ordinates[0], ordinates[1], ordinates[0], ordinates[1]};
    for (int i = 0; i < ordinates.length; i += geometry.stride()) {
      bounds[0] = Math.min(bounds[0], ordinates[i]);
      bounds[1] = Math.min(bounds[1], ordinates[i + 1]);
      bounds[2] = Math.max(bounds[2], ordinates[i]);
      bounds[3] = Math.max(bounds[3], ordinates[i + 1]);
    }
    int first = out.vector(link, 8, 4);
    for (int i = 0; i < 4; i++) {
      out.putDouble(first + 8 * i, bounds[i]);
    }
  }

  private void columns(int link) {
    int first = out.vector(link, 4, properties.columns().size());
    for (int i = 0; i < properties.columns().size(); i++) {
      Column column = properties.columns().get(i);
      boolean isId = column == table.ids();
      FieldType fieldType = column.field().type();
      String metadata = isId ? Slots.FEATURE_ID_METADATA : metadata(fieldType);
      int[] sizes = new int[Slots.COLUMN_METADATA + 1];
      sizes[Slots.COLUMN_NAME] = OFFSET;
      sizes[Slots.COLUMN_TYPE] = 1;
      sizes[Slots.COLUMN_METADATA] = metadata.isEmpty() ? 0 : OFFSET;
      int at = out.table(first + 4 * i, sizes);
      ColumnType type =
          digested && fieldType.isInteger() ? ColumnType.LONG : ColumnType.of(fieldType);
      out.putByte(out.field(at, Slots.COLUMN_TYPE), type.ordinal());
      String name = isId ? properties.idName() : column.field().name();
      out.string(out.field(at, Slots.COLUMN_NAME), name);
      if (!metadata.isEmpty()) {
        out.string(out.field(at, Slots.COLUMN_METADATA), metadata);
      }
    }
  }

  private String metadata(FieldType type) {
    if (digested) {
      return "";
    }
    return switch (type) {
      case DATE -> Slots.DATE_METADATA;
      case TIME -> Slots.TIME_METADATA;
      case DATE_TIME -> Slots.DATE_TIME_METADATA;
      default -> "";
    };
  }

  private void crs(int link, Crs crs) {
    // A code of Terrella's own would keep other programs from the definition.
    String id = crs.id().startsWith("CUSTOM:") ? "" : crs.id();
    int colon = id.indexOf(':');
    String org = colon < 0 ? "" : id.substring(0, colon);
    String code = id.substring(colon + 1);
    boolean number = isCode(code);
    int[] sizes = new int[Slots.CRS_CODE_STRING + 1];
    sizes[Slots.CRS_ORG] = org.isEmpty() ? 0 : OFFSET;
    sizes[Slots.CRS_CODE] = number ? 4 : 0;
    sizes[Slots.CRS_WKT] = crs.definition().isEmpty() ? 0 : OFFSET;
    sizes[Slots.CRS_CODE_STRING] = number || code.isEmpty() ? 0 : OFFSET;
    int at = out.table(link, sizes);
    if (sizes[Slots.CRS_ORG] > 0) {
      out.string(out.field(at, Slots.CRS_ORG), org);
    }
    if (number) {
      out.putInt(out.field(at, Slots.CRS_CODE), Integer.parseInt(code));
    }
    if (sizes[Slots.CRS_WKT] > 0) {
      out.string(out.field(at, Slots.CRS_WKT), crs.definition());
    }
    if (sizes[Slots.CRS_CODE_STRING] > 0) {
      out.string(out.field(at, Slots.CRS_CODE_STRING), code);
    }
  }

  private static boolean isCode(String code) {
    for (int i = 0; i < code.length(); i++) {
      if (code.charAt(i) < '0' || code.charAt(i) > '9') {
        return false;
      }
    }
    return !code.isEmpty() && code.length() <= 9 && code.charAt(0) != '0';
  }

  private void feature(int row) {
    byte[] values = properties.encode(row);
    GeometryType type = geometry.type(row);
    boolean hasGeometry = type != GeometryType.NONE;
    int feature =
        out.table(out.root(), hasGeometry ? OFFSET : 0, properties.length() > 0 ? OFFSET : 0);
    if (hasGeometry) {
      geometry(out.field(feature, Slots.FEATURE_GEOMETRY), row, type);
    }
    if (properties.length() > 0) {
      out.bytes(out.field(feature, Slots.FEATURE_PROPERTIES), values, 0, properties.length());
    }
  }

  private void geometry(int link, int row, GeometryType type) {
    int from = geometry.partOffsets()[row];
    int to = geometry.partOffsets()[row + 1];
    if (type != GeometryType.MULTI_POLYGON && type != GeometryType.GEOMETRY_COLLECTION) {
      simple(link, type, from, to);
      return;
    }
    int table = out.table(link, 0, 0, 0, 0, 0, 0, 1, OFFSET);
    out.putByte(out.field(table, Slots.GEOMETRY_TYPE), type.code());
    int first = out.vector(out.field(table, Slots.GEOMETRY_PARTS), 4, to - from);
    for (int part = from; part < to; part++) {
      simple(first + 4 * (part - from), geometry.partType(row, part), part, part + 1);
    }
  }

  private void simple(int link, GeometryType type, int from, int to) {
    int firstRing = geometry.ringOffsets()[from];
    int endRing = geometry.ringOffsets()[to];
    int first = geometry.vertexOffsets()[firstRing];
    int end = geometry.vertexOffsets()[endRing];
    boolean withZ = geometry.has(2, first, end);
    boolean withM = geometry.has(3, first, end);
    boolean points = type == GeometryType.POINT || type == GeometryType.MULTI_POINT;
    boolean withEnds = !points && endRing - firstRing > 1;
    int table =
        out.table(
            link, withEnds ? OFFSET : 0, OFFSET, withZ ? OFFSET : 0, withM ? OFFSET : 0, 0, 0, 1);
    out.putByte(out.field(table, Slots.GEOMETRY_TYPE), type.code());
    if (withEnds) {
      int ends = out.vector(out.field(table, Slots.GEOMETRY_ENDS), 4, endRing - firstRing);
      for (int ring = firstRing; ring < endRing; ring++) {
        out.putInt(ends + 4 * (ring - firstRing), geometry.vertexOffsets()[ring + 1] - first);
      }
    }
    int stride = geometry.stride();
    double[] ordinates = geometry.coordinates();
    int xy = out.vector(out.field(table, Slots.GEOMETRY_XY), 8, 2 * (end - first));
    for (int i = first; i < end; i++, xy += 16) {
      out.putDouble(xy, ordinates[i * stride]);
      out.putDouble(xy + 8, ordinates[i * stride + 1]);
    }
    if (withZ) {
      ordinates(out.field(table, Slots.GEOMETRY_Z), 2, first, end);
    }
    if (withM) {
      ordinates(out.field(table, Slots.GEOMETRY_M), 3, first, end);
    }
  }

  private void ordinates(int link, int ordinate, int first, int end) {
    int at = out.vector(link, 8, end - first);
    for (int i = first; i < end; i++, at += 8) {
      out.putDouble(at, geometry.coordinates()[i * geometry.stride() + ordinate]);
    }
  }
}
