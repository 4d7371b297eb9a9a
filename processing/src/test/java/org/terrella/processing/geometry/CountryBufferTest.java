package org.terrella.processing.geometry;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.geojson.GeoJsonReader;

/** The countries of Natural Earth, with Antarctica, Russia and Fiji among them. */
class CountryBufferTest {
  @ParameterizedTest
  @CsvSource({"10000", "-10000"})
  void areValidAndAsWideAsAsked(double meters) throws IOException {
    Path folder = Path.of("").toAbsolutePath();
    Path file = null;
    for (; folder != null && file == null; folder = folder.getParent()) {
      Path candidate = folder.resolve("shared/data/vector/geojson/ne_110m_countries.geojson");
      file = Files.exists(candidate) ? candidate : null;
    }
    Assumptions.assumeTrue(file != null, "shared/data is not here");
    FeatureTable countries = GeoJsonReader.read("countries", Files.readAllBytes(file));
    Envelope world = new Envelope(-180, 180, -90, 90);
    for (int row = 0; row < countries.size(); row++) {
      Geometry country = JtsGeometries.of(countries.geometry(), row);
      Geometry buffer = GeodesicBuffer.of(country, meters, BufferStyle.round(30));
      assertTrue(buffer.isValid(), "row " + row);
      assertTrue(world.contains(buffer.getEnvelopeInternal()) || buffer.isEmpty(), "row " + row);
      GeodesicBufferTest.assertDistance(country, buffer, Math.abs(meters), 0.005);
    }
  }
}
