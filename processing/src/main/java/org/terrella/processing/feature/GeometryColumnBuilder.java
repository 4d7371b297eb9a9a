package org.terrella.processing.feature;

import java.util.Arrays;
import org.terrella.error.TerrellaException;

/**
 * Collects geometries one vertex after the other into a {@link GeometryColumn}.
 *
 * <p>Order of calls: {@code beginFeature}, then for each part {@code beginPart}, for each ring of
 * it {@code beginRing} and {@code vertex}, and {@code endFeature} at last. A feature without parts
 * is an empty geometry. The column gets z (stride 3) with the first vertex that has one, and m
 * (stride 4, after z) likewise; vertices without then have NaN there.
 */
public final class GeometryColumnBuilder {
  /** A browser that runs out of memory ends the whole page, so that we have to stop before. */
  public static final int MOST_VERTICES = 40_000_000;

  private int stride = 2;
  private byte[] types = new byte[16];
  private int features;
  private int[] partOffsets = new int[17];
  private int[] ringOffsets = new int[17];
  private byte[] partTypes = new byte[16];
  private int parts;
  private int[] vertexOffsets = new int[17];
  private int rings;
  private double[] coordinates = new double[64];
  private int ordinates;
  private boolean inFeature;

  /** Number of features begun so far. */
  public int size() {
    return features;
  }

  /** Number of vertices so far. */
  public int vertexCount() {
    return ordinates / stride;
  }

  /** Starts a feature of any type but NONE, for which there is {@link #addNone}. */
  public GeometryColumnBuilder beginFeature(GeometryType type) {
    if (inFeature || type == GeometryType.NONE) {
      throw new IllegalStateException("a feature is open, or the type is NONE");
    }
    pushFeature(type);
    inFeature = true;
    return this;
  }

  /** Starts a part; {@code type} is POINT, LINE_STRING or POLYGON. */
  public GeometryColumnBuilder beginPart(GeometryType type) {
    if (!inFeature || type == GeometryType.NONE || type.code() > GeometryType.POLYGON.code()) {
      throw new IllegalStateException("no feature is open, or a part cannot be " + type.label());
    }
    if (parts == partTypes.length) {
      partTypes = Arrays.copyOf(partTypes, grown(parts));
      ringOffsets = Arrays.copyOf(ringOffsets, partTypes.length + 1);
    }
    partTypes[parts] = type.code();
    ringOffsets[parts++] = rings;
    return this;
  }

  /** Starts a ring of the current part; points and lines have exactly one. */
  public GeometryColumnBuilder beginRing() {
    if (rings == vertexOffsets.length - 1) {
      vertexOffsets = Arrays.copyOf(vertexOffsets, grown(rings) + 1);
    }
    vertexOffsets[rings++] = ordinates / stride;
    return this;
  }

  public GeometryColumnBuilder vertex(double x, double y) {
    if (ordinates + 4 > coordinates.length) {
      if (ordinates / stride >= MOST_VERTICES) {
        throw new TerrellaException(
            "out-of-memory",
            "This makes more than "
                + MOST_VERTICES / 1_000_000
                + " million vertices, for which a browser has no room.");
      }
      coordinates = Arrays.copyOf(coordinates, grown(coordinates.length));
    }
    coordinates[ordinates++] = x;
    coordinates[ordinates++] = y;
    for (int i = 2; i < stride; i++) {
      coordinates[ordinates++] = Double.NaN;
    }
    return this;
  }

  /** A vertex with height; a NaN says that this one has none. */
  public GeometryColumnBuilder vertex(double x, double y, double z) {
    if (stride == 2) {
      if (z != z) {
        return vertex(x, y);
      }
      widen(3);
    }
    vertex(x, y);
    coordinates[ordinates - stride + 2] = z;
    return this;
  }

  /** A vertex with height and measure; a NaN says that this one has none. */
  public GeometryColumnBuilder vertex(double x, double y, double z, double m) {
    if (stride < 4) {
      if (m != m) {
        return vertex(x, y, z);
      }
      widen(4);
    }
    vertex(x, y, z);
    coordinates[ordinates - 1] = m;
    return this;
  }

  public GeometryColumnBuilder endFeature() {
    if (!inFeature) {
      throw new IllegalStateException("no feature is open");
    }
    inFeature = false;
    return this;
  }

  /** Ends the feature as one of another type than it was begun with. */
  public GeometryColumnBuilder endFeature(GeometryType type) {
    endFeature();
    types[features - 1] = type.code();
    return this;
  }

  /** Adds a feature without geometry. */
  public GeometryColumnBuilder addNone() {
    if (inFeature) {
      throw new IllegalStateException("a feature is open");
    }
    pushFeature(GeometryType.NONE);
    return this;
  }

  /** Adds a point feature. */
  public GeometryColumnBuilder addPoint(double x, double y) {
    beginFeature(GeometryType.POINT).beginPart(GeometryType.POINT).beginRing();
    return vertex(x, y).endFeature();
  }

  /** Adds feature {@code row} of another column. */
  public GeometryColumnBuilder add(GeometryColumn source, int row) {
    GeometryType type = source.type(row);
    if (type == GeometryType.NONE) {
      return addNone();
    }
    beginFeature(type);
    addParts(source, row);
    return endFeature();
  }

  /** Adds the parts of feature {@code row} of another column to the feature that is open. */
  public GeometryColumnBuilder addParts(GeometryColumn source, int row) {
    double[] from = source.coordinates();
    for (int part = source.partOffsets()[row]; part < source.partOffsets()[row + 1]; part++) {
      beginPart(source.partType(row, part));
      for (int ring = source.ringOffsets()[part]; ring < source.ringOffsets()[part + 1]; ring++) {
        beginRing();
        int end = source.vertexOffsets()[ring + 1] * source.stride();
        for (int i = source.vertexOffsets()[ring] * source.stride();
            i < end;
            i += source.stride()) {
          switch (source.stride()) {
            case 2 -> vertex(from[i], from[i + 1]);
            case 3 -> vertex(from[i], from[i + 1], from[i + 2]);
            default -> vertex(from[i], from[i + 1], from[i + 2], from[i + 3]);
          }
        }
      }
    }
    return this;
  }

  /** The column of all features so far; the builder may go on and build again. */
  public GeometryColumn build() {
    if (inFeature) {
      throw new IllegalStateException("a feature is still open");
    }
    int[] partEnds = Arrays.copyOf(partOffsets, features + 1);
    partEnds[features] = parts;
    int[] ringEnds = Arrays.copyOf(ringOffsets, parts + 1);
    ringEnds[parts] = rings;
    int[] vertexEnds = Arrays.copyOf(vertexOffsets, rings + 1);
    vertexEnds[rings] = ordinates / stride;
    return new GeometryColumn(
        stride,
        Arrays.copyOf(types, features),
        partEnds,
        ringEnds,
        vertexEnds,
        Arrays.copyOf(coordinates, ordinates),
        hasCollection() ? Arrays.copyOf(partTypes, parts) : null);
  }

  private boolean hasCollection() {
    for (int i = 0; i < features; i++) {
      if (types[i] == GeometryType.GEOMETRY_COLLECTION.code()) {
        return true;
      }
    }
    return false;
  }

  private void pushFeature(GeometryType type) {
    if (features == types.length) {
      types = Arrays.copyOf(types, grown(features));
      partOffsets = Arrays.copyOf(partOffsets, types.length + 1);
    }
    types[features] = type.code();
    partOffsets[features++] = parts;
  }

  private void widen(int newStride) {
    int vertices = ordinates / stride;
    double[] wide = new double[grown(Math.max(64, vertices * newStride))];
    for (int i = 0; i < vertices; i++) {
      for (int j = 0; j < newStride; j++) {
        wide[newStride * i + j] = j < stride ? coordinates[stride * i + j] : Double.NaN;
      }
    }
    coordinates = wide;
    ordinates = newStride * vertices;
    stride = newStride;
  }

  private static int grown(int size) {
    int larger = size + (size >> 1) + 16;
    if (larger < 0) {
      throw TerrellaException.unsupported("The layer has more vertices than fit into memory.");
    }
    return larger;
  }
}
