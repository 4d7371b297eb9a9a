package org.terrella.processing.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.TableBuilder;
import org.terrella.processing.geojson.GeoJsonReader;

class CsvWriterTest {
  @Test
  void writesPointsAsColumnsAndQuotesWhatNeedsIt() {
    TableBuilder builder = new TableBuilder("t");
    builder.geometry().addPoint(1, 2.5);
    builder.column("x").addText("a,b");
    builder.column("text").addText("say \"hi\"\n");
    builder.column("ID").addLong(7);
    builder.column("real").addDouble(Double.NaN);
    builder.id("one").endRow();
    builder.column("text").addText("");
    builder.column("x").addText(" blank");
    builder.column("flag").addBoolean(true);
    builder.endRow();
    assertEquals(
        "X,Y,id,x_2,text,ID_2,real,flag\r\n"
            + "1,2.5,one,\"a,b\",\"say \"\"hi\"\"\n\",7,,\r\n"
            + ",,,\" blank\",\"\",,,true\r\n",
        write(builder.build()));
  }

  @Test
  void writesHeights() {
    assertEquals("X,Y,Z\r\n1,2,3\r\n", write(read("{'type':'Point','coordinates':[1,2,3]}")));
  }

  @Test
  void writesOtherGeometriesAsText() {
    assertEquals(
        "WKT\r\n"
            + "\"LINESTRING (0 0, 1 1)\"\r\n"
            + "\"POLYGON ((0 0, 9 0, 9 9, 0 0), (5 1, 6 1, 6 2, 5 1))\"\r\n"
            + "\"MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0)))\"\r\n"
            + "\"MULTIPOINT Z ((1 2 3), (4 5 NaN))\"\r\n"
            + "\"GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (0 0, 1 1))\"\r\n"
            + "\"POLYGON EMPTY\"\r\n"
            + "\r\n",
        write(
            read(
                "{'type':'LineString','coordinates':[[0,0],[1,1]]}"
                    + "{'type':'Polygon','coordinates':[[[0,0],[9,0],[9,9],[0,0]],"
                    + "[[5,1],[6,1],[6,2],[5,1]]]}"
                    + "{'type':'MultiPolygon','coordinates':[[[[0,0],[9,0],[9,9],[0,0]]]]}"
                    + "{'type':'MultiPoint','coordinates':[[1,2,3],[4,5]]}"
                    + "{'type':'GeometryCollection','geometries':[{'type':'Point',"
                    + "'coordinates':[1,2]},{'type':'LineString','coordinates':[[0,0],[1,1]]}]}"
                    + "{'type':'Polygon','coordinates':[]}"
                    + "{'type':'Feature','geometry':null,'properties':{}}")));
  }

  private static FeatureTable read(String quotes) {
    return GeoJsonReader.read("t", quotes.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  private static String write(FeatureTable table) {
    return new String(CsvWriter.write(table), StandardCharsets.UTF_8);
  }
}
