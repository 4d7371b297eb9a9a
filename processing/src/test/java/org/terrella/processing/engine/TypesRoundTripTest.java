package org.terrella.processing.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.terrella.processing.TableAssert.assertSameTable;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.terrella.processing.feature.ColumnBuilder;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.FeatureTables;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.feature.TableBuilder;
import org.terrella.processing.flatgeobuf.FlatGeobufReader;
import org.terrella.processing.flatgeobuf.FlatGeobufWriter;
import org.terrella.processing.geojson.GeoJsonReader;
import org.terrella.processing.geojson.GeoJsonWriter;
import org.terrella.processing.temporal.Moment;

/** Random tables with every field type come back from files and messages as they were. */
class TypesRoundTripTest {
  @Test
  void throughFlatGeobuf() {
    for (int seed = 0; seed < 200; seed++) {
      FeatureTable table = random(seed, List.of(FieldType.values()));
      assertSameTable(table, FlatGeobufReader.read("t", FlatGeobufWriter.write(table)));
    }
  }

  @Test
  void throughMessages() {
    for (int seed = 0; seed < 200; seed++) {
      FeatureTable table = random(seed, List.of(FieldType.values()));
      List<Object> buffers = new ArrayList<>();
      FeatureTable back =
          TableCodec.decode(
              TableCodec.encode(table, buffers), new TableCodec.Arrays(List.copyOf(buffers)));
      assertSameTable(table, back);
    }
  }

  /** The format has no bytes, and an empty column tells no type. */
  @Test
  void throughGeoJson() {
    List<FieldType> types = new ArrayList<>(List.of(FieldType.values()));
    types.remove(FieldType.BINARY);
    for (int seed = 0; seed < 200; seed++) {
      FeatureTable table = random(seed, types);
      assertSameTable(table, GeoJsonReader.read("t", GeoJsonWriter.write(table)));
    }
  }

  @Test
  void throughSlicingAndJoiningAndTaking() {
    for (int seed = 0; seed < 200; seed++) {
      FeatureTable table = random(seed, List.of(FieldType.values()));
      int middle = seed % table.size();
      assertSameTable(
          table,
          FeatureTables.concat(List.of(table.slice(0, middle), table.slice(middle, table.size()))));
      int[] backwards = new int[table.size()];
      for (int i = 0; i < backwards.length; i++) {
        backwards[i] = backwards.length - 1 - i;
      }
      FeatureTable turned = FeatureTables.take(table, backwards, backwards.length);
      assertSameTable(table, FeatureTables.take(turned, backwards, backwards.length));
    }
  }

  @Test
  void theDigestDoesNotDependOnTheWidthOfIntegers() {
    assertEquals(
        TableQueries.sha256(integers(FieldType.INTEGER)),
        TableQueries.sha256(integers(FieldType.INTEGER64)));
  }

  private static FeatureTable integers(FieldType type) {
    TableBuilder builder = new TableBuilder("t").field(new Field("n", type));
    builder.column("n").addLong(7);
    return builder.endRow().build();
  }

  private static FeatureTable random(int seed, List<FieldType> types) {
    Random random = new Random(seed);
    TableBuilder builder = new TableBuilder("t").crs(Crs.WGS84);
    for (FieldType type : types) {
      builder.field(new Field(type.label(), type));
    }
    int rows = 1 + random.nextInt(20);
    boolean nulls = random.nextBoolean();
    for (int row = 0; row < rows; row++) {
      builder.geometry().addPoint(random.nextDouble(), random.nextDouble());
      for (FieldType type : types) {
        // The first row is full, so that every column tells its type.
        if (row == 0 || !nulls || random.nextInt(3) > 0) {
          add(builder.column(type.label()), type, random);
        }
      }
      builder.endRow();
    }
    return builder.build();
  }

  private static void add(ColumnBuilder column, FieldType type, Random random) {
    long micros = (long) (random.nextGaussian() * 1e16) / 1000 * 1000;
    switch (type) {
      case BOOLEAN -> column.addBoolean(random.nextBoolean());
      case INTEGER -> column.addLong(random.nextInt());
      case INTEGER64 -> column.addLong(random.nextLong() | 1L << 40);
      case REAL -> column.addDouble(random.nextGaussian());
      case STRING -> column.addText(random.nextBoolean() ? "" : "text\n\"ü\" " + random.nextInt(9));
      case DATE -> column.addText(Moment.dateText(micros));
      case TIME -> column.addText(Moment.timeText(Moment.ofDay(micros)));
      case DATE_TIME ->
          column.addText(
              Moment.dateTimeText(
                  micros, random.nextBoolean() ? Moment.NO_ZONE : (byte) random.nextInt(8)));
      case JSON -> column.addJson("{\"a\":[" + random.nextInt() + ",null]}");
      case BINARY -> {
        byte[] bytes = new byte[random.nextInt(5)];
        random.nextBytes(bytes);
        column.addBytes(bytes, 0, bytes.length);
      }
    }
  }
}
