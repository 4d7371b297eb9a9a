package org.terrella.processing.engine;

import java.util.Arrays;
import org.terrella.error.TerrellaException;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.flatgeobuf.ColumnsReader;
import org.terrella.processing.flatgeobuf.FlatGeobufReader;
import org.terrella.processing.geojson.GeoJsonReader;

/** A reader that is fed a file's bytes as they come. */
public interface TableReader {
  /** The whole file and its table lie in memory side by side. */
  int LARGEST_FLATGEOBUF = 700_000_000;

  void feed(byte[] chunk);

  /** The table, once all bytes were fed. */
  FeatureTable finish();

  /**
   * The reader of a format: {@code geojson}, or {@code flatgeobuf}, which workers may also write
   * column by column.
   *
   * @param size bytes of the file
   */
  static TableReader of(String format, String name, long size) {
    return switch (format) {
      case "geojson" -> {
        GeoJsonReader reader = new GeoJsonReader(name);
        yield new TableReader() {
          @Override
          public void feed(byte[] chunk) {
            reader.feed(chunk, 0, chunk.length);
          }

          @Override
          public FeatureTable finish() {
            return reader.finish();
          }
        };
      }
      case "flatgeobuf" -> {
        if (size > LARGEST_FLATGEOBUF) {
          throw new TerrellaException(
              "out-of-memory", name + " is larger than " + LARGEST_FLATGEOBUF / 1_000_000 + " MB.");
        }
        // An array that grows would be copied over and over.
        byte[] bytes = new byte[(int) size];
        yield new TableReader() {
          private int come;

          @Override
          public void feed(byte[] chunk) {
            System.arraycopy(chunk, 0, bytes, come, chunk.length);
            come += chunk.length;
          }

          @Override
          public FeatureTable finish() {
            byte[] all = come == bytes.length ? bytes : Arrays.copyOf(bytes, come);
            return ColumnsReader.isOne(all)
                ? ColumnsReader.read(name, all)
                : FlatGeobufReader.read(name, all);
          }
        };
      }
      default ->
          throw TerrellaException.unsupported("The engine does not read \"" + format + "\".");
    };
  }
}
