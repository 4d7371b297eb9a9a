package org.terrella.dist.e2e;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes small Zarrs of both versions: files by path. Values follow from place and slice. */
final class ZarrFiles {
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final StringBuilder metadata = new StringBuilder();
  private final int version;

  ZarrFiles(int version) {
    this.version = version;
  }

  /** What stands in a cell: thousands for the slice, hundreds and below for row and column. */
  static double value(int slice, int row, int column) {
    return slice * 1000 + row * 10 + column;
  }

  Map<String, byte[]> files() {
    return files;
  }

  /** A group; the root is at "". */
  ZarrFiles group(String path, String attributes) {
    if (version == 3) {
      meta(
          path,
          "zarr.json",
          "{\"zarr_format\":3,\"node_type\":\"group\",\"attributes\":" + attributes + "}");
    } else {
      meta(path, ".zgroup", "{\"zarr_format\":2}");
      meta(path, ".zattrs", attributes);
    }
    return this;
  }

  /** An axis of numbers. */
  ZarrFiles axis(String path, double first, double step, int size, String attributes) {
    ByteBuffer values = buffer(size * 8);
    for (int i = 0; i < size; i++) {
      values.putDouble(first + i * step);
    }
    String name = path.substring(path.lastIndexOf('/') + 1);
    array(
        path,
        new int[] {size},
        new int[] {size},
        "float64",
        "none",
        new String[] {name},
        attributes);
    put(path, version == 3 ? "c/0" : "0", values.array());
    return this;
  }

  /**
   * A grid of reals of 32 bits in slices (one where {@code slices} is 0: two axes), rows, columns.
   */
  ZarrFiles grid(
      String path,
      int slices,
      int rows,
      int columns,
      int chunk,
      int scale,
      String codec,
      String[] names,
      String attributes) {
    int[] shape = slices > 0 ? new int[] {slices, rows, columns} : new int[] {rows, columns};
    int[] chunks = slices > 0 ? new int[] {1, chunk, chunk} : new int[] {chunk, chunk};
    array(path, shape, chunks, "float32", codec, names, attributes);
    for (int t = 0; t < Math.max(1, slices); t++) {
      for (int j = 0; j * chunk < rows; j++) {
        for (int i = 0; i * chunk < columns; i++) {
          ByteBuffer values = buffer(chunk * chunk * 4);
          for (int y = j * chunk; y < (j + 1) * chunk; y++) {
            for (int x = i * chunk; x < (i + 1) * chunk; x++) {
              values.putFloat((float) value(t, y * scale, x * scale));
            }
          }
          String at = slices > 0 ? t + "/" + j + "/" + i : j + "/" + i;
          put(path, version == 3 ? "c/" + at : at.replace('/', '.'), packed(values.array(), codec));
        }
      }
    }
    return this;
  }

  private void array(
      String path,
      int[] shape,
      int[] chunks,
      String type,
      String codec,
      String[] names,
      String attributes) {
    String dims = "[\"" + String.join("\",\"", names) + "\"]";
    String own = attributes.isEmpty() ? "{}" : attributes;
    if (version == 3) {
      String second =
          codec.equals("none") ? "" : ",{\"name\":\"" + codec + "\",\"configuration\":{}}";
      meta(
          path,
          "zarr.json",
          "{\"zarr_format\":3,\"node_type\":\"array\",\"shape\":"
              + list(shape)
              + ",\"data_type\":\""
              + type
              + "\",\"chunk_grid\":{\"name\":\"regular\",\"configuration\":{\"chunk_shape\":"
              + list(chunks)
              + "}},\"chunk_key_encoding\":{\"name\":\"default\",\"configuration\":{\"separator\":\"/\"}},"
              + "\"codecs\":[{\"name\":\"bytes\",\"configuration\":{\"endian\":\"little\"}}"
              + second
              + "],\"fill_value\":0,\"dimension_names\":"
              + dims
              + ",\"attributes\":"
              + own
              + "}");
      return;
    }
    String compressor = codec.equals("none") ? "null" : "{\"id\":\"" + codec + "\",\"level\":5}";
    meta(
        path,
        ".zarray",
        "{\"zarr_format\":2,\"shape\":"
            + list(shape)
            + ",\"chunks\":"
            + list(chunks)
            + ",\"dtype\":\""
            + (type.equals("float64") ? "<f8" : "<f4")
            + "\",\"compressor\":"
            + compressor
            + ",\"fill_value\":NaN,\"filters\":null,\"order\":\"C\"}");
    String rest = own.equals("{}") ? "}" : "," + own.substring(1);
    meta(path, ".zattrs", "{\"_ARRAY_DIMENSIONS\":" + dims + rest);
  }

  /** Writes the list of all that is there, as the last thing. */
  ZarrFiles consolidated() {
    String all = "{" + metadata + "}";
    if (version == 2) {
      text(".zmetadata", "{\"zarr_consolidated_format\":1,\"metadata\":" + all + "}");
      return this;
    }
    String root = new String(files.get("zarr.json"), StandardCharsets.UTF_8);
    String list = ",\"consolidated_metadata\":{\"kind\":\"inline\",\"metadata\":" + all + "}}";
    text("zarr.json", root.substring(0, root.length() - 1) + list);
    return this;
  }

  /** All in a folder of a zip. */
  byte[] zip(String folder) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(folder + file.getKey()));
        zip.write(file.getValue());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private void meta(String path, String name, String json) {
    String key = path.isEmpty() ? name : path + "/" + name;
    text(key, json);
    if (version == 2 || !path.isEmpty()) {
      String listed = version == 2 ? key : path;
      metadata.append(metadata.length() > 0 ? "," : "").append('"').append(listed).append("\":");
      metadata.append(json);
    }
  }

  private void put(String path, String chunk, byte[] bytes) {
    files.put(path + "/" + chunk, bytes);
  }

  private void text(String path, String json) {
    files.put(path, json.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] packed(byte[] values, String codec) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      switch (codec) {
        case "gzip":
          try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(values);
          }
          return bytes.toByteArray();
        case "zlib":
          try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(values);
          }
          return bytes.toByteArray();
        default:
          return values;
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static String list(int[] numbers) {
    StringBuilder list = new StringBuilder("[");
    for (int number : numbers) {
      list.append(list.length() > 1 ? "," : "").append(number);
    }
    return list.append(']').toString();
  }
}
