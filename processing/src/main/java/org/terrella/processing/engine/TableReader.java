package org.terrella.processing.engine;

import java.io.ByteArrayOutputStream;
import org.terrella.error.TerrellaException;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.flatgeobuf.FlatGeobufReader;
import org.terrella.processing.geojson.GeoJsonReader;

/** A reader that is fed a file's bytes as they come. */
public interface TableReader {
  /** The whole file and its table lie in memory side by side. */
  int LARGEST_FLATGEOBUF = 700_000_000;

  void feed(byte[] chunk);

  /** The table, once all bytes were fed. */
  FeatureTable finish();

  /** The reader of a format: {@code geojson} or {@code flatgeobuf}. */
  static TableReader of(String format, String name) {
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
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        yield new TableReader() {
          @Override
          public void feed(byte[] chunk) {
            if (bytes.size() > LARGEST_FLATGEOBUF) {
              throw new TerrellaException(
                  "out-of-memory",
                  name + " is larger than " + LARGEST_FLATGEOBUF / 1_000_000 + " MB.");
            }
            bytes.write(chunk, 0, chunk.length);
          }

          @Override
          public FeatureTable finish() {
            return FlatGeobufReader.read(name, bytes.toByteArray());
          }
        };
      }
      default ->
          throw TerrellaException.unsupported("The engine does not read \"" + format + "\".");
    };
  }
}
