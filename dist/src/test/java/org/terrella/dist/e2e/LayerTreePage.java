package org.terrella.dist.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;

/** The layer list of a map made of a few squares. */
final class LayerTreePage {
  private final Site site;

  LayerTreePage(Site site) {
    this.site = site;
    site.open();
    site.execute("document:new", JsonObject.of().with("title", "Squares"));
  }

  /**
   * Adds a layer of squares of 20 degrees with the attributes {@code n} (0, 1, …) and {@code name}.
   *
   * @param centers longitude and latitude of each
   * @return the layer's id
   */
  String addSquares(String name, double[]... centers) {
    StringBuilder json = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
    for (int i = 0; i < centers.length; i++) {
      double x = centers[i][0];
      double y = centers[i][1];
      json.append(i == 0 ? "" : ",")
          .append("{\"type\":\"Feature\",\"properties\":{\"n\":" + i)
          .append(",\"name\":\"square " + i + "\"},\"geometry\":{\"type\":\"Polygon\",")
          .append("\"coordinates\":[[" + point(x - 10, y - 10) + "," + point(x + 10, y - 10))
          .append("," + point(x + 10, y + 10) + "," + point(x - 10, y + 10) + ",")
          .append(point(x - 10, y - 10) + "]]}}");
    }
    JsonObject source =
        JsonObject.of()
            .with("type", "GeoJSONSource")
            .with(
                "parameters",
                JsonObject.of().with("data", Json.parseObject(json.append("]}").toString())));
    return site.executeObject(
            "layer:add",
            JsonObject.of().with("type", "VectorLayer").with("name", name).with("source", source))
        .string("layerId");
  }

  private static String point(double x, double y) {
    return "[" + x + "," + y + "]";
  }

  /** The tree in short: {@code Top Group(One Two)}, the uppermost first. */
  String tree() {
    return text((JsonArray) site.execute("layer:tree", JsonObject.of()));
  }

  private String text(JsonArray items) {
    List<String> parts = new ArrayList<>();
    for (JsonObject item : items.objects()) {
      parts.add(
          item.has("layerId")
              ? layer(item.string("layerId")).string("name")
              : item.string("group") + "(" + text(item.array("items")) + ")");
    }
    return String.join(" ", parts);
  }

  /** What {@code layer:list} says of a layer. */
  JsonObject layer(String id) {
    return ((JsonArray) site.execute("layer:list", JsonObject.of()))
        .objects().stream()
            .filter(layer -> layer.string("layerId").equals(id))
            .findFirst()
            .orElseThrow();
  }

  /** What {@code layer:tree} says of a group at the top of the tree. */
  JsonObject group(String name) {
    return ((JsonArray) site.execute("layer:tree", JsonObject.of()))
        .objects().stream()
            .filter(item -> item.optString("group", "").equals(name))
            .findFirst()
            .orElseThrow();
  }

  /** The item of the layer list with a name. */
  Locator item(String name) {
    return page()
        .locator(".layer-tree [role=treeitem]")
        .filter(
            new Locator.FilterOptions()
                .setHas(
                    page()
                        .locator(
                            ":scope > .tree-row .layer-name",
                            new Page.LocatorOptions().setHasText(name))));
  }

  /** The row of an item, without the items in it. */
  Locator row(String name) {
    return page()
        .locator(".layer-tree .tree-row")
        .filter(
            new Locator.FilterOptions()
                .setHas(page().locator(".layer-name", new Page.LocatorOptions().setHasText(name))));
  }

  /** Puts the focus on an item, as Tab or a click does. */
  void focus(String name) {
    row(name).locator("..").focus();
  }

  /** The name of the item that has the focus; empty when none has. */
  String focused() {
    return (String)
        page()
            .evaluate(
                "() => document.activeElement?.closest('[role=treeitem]')"
                    + "?.querySelector('.layer-name').textContent ?? ''");
  }

  Page page() {
    return site.page();
  }

  /** Waits until the tree is as told. */
  void awaitTree(String expected) {
    try {
      page().waitForCondition(() -> tree().equals(expected));
    } catch (TimeoutError late) {
      throw new AssertionError("expected " + expected + " but the tree is " + tree(), late);
    }
  }

  /** The colour of the map at a place, once everything is drawn; longitude and latitude. */
  int color(double longitude, double latitude) {
    JsonObject view = site.executeObject("view:get", JsonObject.of());
    String base64 =
        site.executeObject("view:image", JsonObject.of().with("pixelRatio", 1L)).string("base64");
    try {
      BufferedImage image =
          ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
      double[] extent = view.array("extent").numbers();
      double x = Math.toRadians(longitude) * 6378137;
      double y = Math.log(Math.tan(Math.PI / 4 + Math.toRadians(latitude) / 2)) * 6378137;
      int column = (int) ((x - extent[0]) / (extent[2] - extent[0]) * image.getWidth());
      int row = (int) ((extent[3] - y) / (extent[3] - extent[1]) * image.getHeight());
      return image.getRGB(column, row);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
