package org.terrella.processing.flatgeobuf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.terrella.error.TerrellaException;
import org.terrella.processing.feature.FeatureTable;

/** Points that a worker wrote column by column are the table that FlatGeobuf would be. */
class ColumnsReaderTest {
  private static final String HEADER =
      """
      {"name": "p", "crs": {"id": "EPSG:4326", "wkt": ""}, "rows": 2, "columns": [
        {"name": "whole", "type": 5, "nullable": true, "array": true, "ends": false, "bytes": 0},
        {"name": "large", "type": 7, "nullable": false, "array": true, "ends": false, "bytes": 0},
        {"name": "real", "type": 10, "nullable": false, "array": true, "ends": false, "bytes": 0},
        {"name": "text", "type": 11, "nullable": false, "array": false, "ends": true, "bytes": 4},
        {"name": "day", "type": 13, "nullable": true, "array": false, "ends": false, "bytes": 14}
      ]}""";

  private static byte[] file() {
    ByteBuffer out = ByteBuffer.allocate(2000).order(ByteOrder.LITTLE_ENDIAN);
    byte[] header = HEADER.getBytes(StandardCharsets.UTF_8);
    out.put(new byte[] {'t', 'c', 'l', 1}).putInt(header.length).put(header);
    fill(out).putDouble(1).putDouble(2).putDouble(3).putDouble(4);
    out.putInt(7).putInt(0).put(new byte[] {1, 0});
    fill(out).putLong(1L << 40).putLong(-1).putDouble(0.5).putDouble(-0.0);
    out.putInt(1).putInt(4).put("aé b".substring(0, 3).getBytes(StandardCharsets.UTF_8));
    fill(out).putInt(10).put("2024-02-29".getBytes(StandardCharsets.US_ASCII));
    fill(out).put(new byte[] {0, 1});
    fill(out);
    return Arrays.copyOf(out.array(), out.position());
  }

  private static ByteBuffer fill(ByteBuffer out) {
    return out.position((out.position() + 7) / 8 * 8);
  }

  @Test
  void columns() {
    assertTrue(ColumnsReader.isOne(file()));
    FeatureTable table = ColumnsReader.read("file", file());
    assertEquals("EPSG:4326", table.crs().id());
    assertArrayEquals(new double[] {1, 2, 3, 4}, table.geometry().coordinates());
    assertEquals(2, table.geometry().partOffsets()[2]);
    assertEquals(7L, table.column("whole").value(0));
    assertTrue(table.column("whole").isNull(1));
    assertEquals(1L << 40, table.column("large").value(0));
    assertEquals(-0.0, table.column("real").value(1));
    assertEquals("a", table.column("text").value(0));
    assertEquals("é ", table.column("text").value(1));
    assertTrue(table.column("day").isNull(0));
    assertEquals("2024-02-29", table.column("day").value(1));
    assertEquals("date", table.column("day").field().type().label());
  }

  @Test
  void cutOff() {
    byte[] file = file();
    for (int length : new int[] {9, 200, file.length - 40, file.length - 8}) {
      byte[] cut = Arrays.copyOf(file, length);
      assertThrows(TerrellaException.class, () -> ColumnsReader.read("file", cut), "" + length);
    }
  }
}
