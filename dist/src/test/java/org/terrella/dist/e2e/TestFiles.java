package org.terrella.dist.e2e;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Real data where the machine has them beside the project, otherwise made ones of the same kind.
 */
final class TestFiles {
  static final int COUNTRIES = 242;

  private static final String NAME = "ne_50m_admin_0_countries";
  private static final int NAME_WIDTH = 20;
  private static final int NUMBER_WIDTH = 12;

  private TestFiles() {}

  /** A file or folder below {@code shared/data}, looked for in all folders above this one. */
  static Optional<Path> find(String path) {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path file = at.resolve("shared/data").resolve(path);
      if (Files.exists(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  /** A zipped shapefile of {@value #COUNTRIES} countries with the fields NAME and POP_EST. */
  static Path countries() {
    return find("vector/shapefile/" + NAME + ".shp.zip").orElseGet(TestFiles::madeCountries);
  }

  private static Path madeCountries() {
    try {
      Path file = Files.createTempDirectory("terrella").resolve(NAME + ".shp.zip");
      file.toFile().deleteOnExit();
      file.getParent().toFile().deleteOnExit();
      try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
        add(zip, "shp", shapes());
        add(zip, "shx", index());
        add(zip, "dbf", attributes());
        add(zip, "cpg", "UTF-8".getBytes(StandardCharsets.US_ASCII));
        String wgs84 =
            "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,"
                + "298.257223563]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";
        add(zip, "prj", wgs84.getBytes(StandardCharsets.US_ASCII));
      }
      return file;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void add(ZipOutputStream zip, String extension, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(NAME + "." + extension));
    zip.write(bytes);
    zip.closeEntry();
  }

  /** Lower left corner of a country: squares of 5 degrees on a grid of 10. */
  private static double[] corner(int row) {
    return new double[] {-175 + row % 35 * 10, -60 + row / 35 * 15};
  }

  private static final int CONTENT = 4 + 32 + 4 + 4 + 4 + 5 * 16;

  private static ByteBuffer header(int bytes) {
    ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.BIG_ENDIAN);
    buffer.putInt(9994).position(24);
    buffer.putInt(bytes / 2).order(ByteOrder.LITTLE_ENDIAN).putInt(1000).putInt(5);
    buffer.putDouble(-180).putDouble(-90).putDouble(180).putDouble(90).position(100);
    return buffer;
  }

  private static byte[] shapes() {
    ByteBuffer shp = header(100 + COUNTRIES * (8 + CONTENT));
    for (int row = 0; row < COUNTRIES; row++) {
      double x = corner(row)[0];
      double y = corner(row)[1];
      shp.order(ByteOrder.BIG_ENDIAN).putInt(row + 1).putInt(CONTENT / 2);
      shp.order(ByteOrder.LITTLE_ENDIAN).putInt(5);
      shp.putDouble(x).putDouble(y).putDouble(x + 5).putDouble(y + 5);
      shp.putInt(1).putInt(5).putInt(0);
      double[] ring = {x, y, x, y + 5, x + 5, y + 5, x + 5, y, x, y};
      for (double ordinate : ring) {
        shp.putDouble(ordinate);
      }
    }
    return shp.array();
  }

  private static byte[] index() {
    ByteBuffer shx = header(100 + COUNTRIES * 8).order(ByteOrder.BIG_ENDIAN);
    for (int row = 0; row < COUNTRIES; row++) {
      shx.putInt((100 + row * (8 + CONTENT)) / 2).putInt(CONTENT / 2);
    }
    return shx.array();
  }

  private static byte[] attributes() throws IOException {
    int record = 1 + NAME_WIDTH + NUMBER_WIDTH;
    ByteBuffer head = ByteBuffer.allocate(32 + 2 * 32 + 1).order(ByteOrder.LITTLE_ENDIAN);
    head.put((byte) 3).put((byte) 126).put((byte) 1).put((byte) 1);
    head.putInt(COUNTRIES).putShort((short) head.capacity()).putShort((short) record).position(32);
    field(head, "NAME", 'C', NAME_WIDTH);
    field(head, "POP_EST", 'N', NUMBER_WIDTH);
    head.put((byte) 13);
    ByteArrayOutputStream dbf = new ByteArrayOutputStream();
    dbf.write(head.array());
    for (int row = 0; row < COUNTRIES; row++) {
      String text =
          String.format(
              Locale.ROOT,
              " %-" + NAME_WIDTH + "s%" + NUMBER_WIDTH + "d",
              "Country " + row,
              1000L * row * row);
      dbf.write(text.getBytes(StandardCharsets.US_ASCII));
    }
    dbf.write(26);
    return dbf.toByteArray();
  }

  private static void field(ByteBuffer head, String name, char type, int width) {
    int start = head.position();
    head.put(name.getBytes(StandardCharsets.US_ASCII)).position(start + 11);
    head.put((byte) type).position(start + 16);
    head.put((byte) width).position(start + 32);
  }
}
