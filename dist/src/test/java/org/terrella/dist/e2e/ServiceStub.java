package org.terrella.dist.e2e;

import com.microsoft.playwright.Route;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.terrella.json.JsonObject;

/** Servers of tiles and maps that are none: they answer in the browser, and note what was asked. */
final class ServiceStub implements Consumer<Route> {
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final Function<URI, Reply> answer;
  private boolean ranges;

  /** An answer; {@code type} is its media type. */
  record Reply(int status, String type, byte[] body) {
    static Reply missing() {
      return new Reply(404, "text/plain", "none".getBytes(StandardCharsets.US_ASCII));
    }

    static Reply text(String type, String text) {
      return new Reply(200, type, text.getBytes(StandardCharsets.UTF_8));
    }

    static Reply png(Color color) {
      return new Reply(200, "image/png", ServiceStub.png(color, 256));
    }
  }

  private ServiceStub(Function<URI, Reply> answer) {
    this.answer = answer;
  }

  static ServiceStub of(Function<URI, Reply> answer) {
    return new ServiceStub(answer);
  }

  /** A server of one colour. */
  static ServiceStub plain(Color color) {
    return of(uri -> Reply.png(color));
  }

  /** A server of the files below a folder; {@code base} is the path that stands for it. */
  static ServiceStub folder(Path folder, String base) {
    return of(
        uri -> {
          Path file = folder.resolve(uri.getPath().substring(base.length()));
          return Files.isRegularFile(file) ? file(file) : Reply.missing();
        });
  }

  static Reply file(Path file) {
    String type = file.toString().endsWith(".png") ? "image/png" : "application/octet-stream";
    return new Reply(200, type, bytes(file));
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The same server, which gives parts of files when asked. */
  ServiceStub withRanges() {
    ranges = true;
    return this;
  }

  /** The addresses that were asked for, in order. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public void accept(Route route) {
    String url = route.request().url();
    Map<String, String> headers = new HashMap<>();
    headers.put("Access-Control-Allow-Origin", "*");
    headers.put("Access-Control-Allow-Headers", "range");
    headers.put("Access-Control-Expose-Headers", "ETag, Content-Length, Content-Range");
    if (route.request().method().equals("OPTIONS")) {
      route.fulfill(new Route.FulfillOptions().setStatus(204).setHeaders(headers));
      return;
    }
    asked.add(url);
    Reply reply = answer.apply(URI.create(url));
    byte[] body = reply.body;
    int status = reply.status;
    String range = route.request().headers().get("range");
    if (ranges && range != null && status == 200) {
      String[] ends = range.substring("bytes=".length()).split("-");
      int from = Integer.parseInt(ends[0]);
      int to = Math.min(body.length, Integer.parseInt(ends[1]) + 1);
      headers.put("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + body.length);
      body = Arrays.copyOfRange(body, from, to);
      status = 206;
    }
    headers.put("Content-Type", reply.type);
    route.fulfill(
        new Route.FulfillOptions().setStatus(status).setHeaders(headers).setBodyBytes(body));
  }

  /** The parameters of a request, by names in capitals. */
  static Map<String, String> query(URI uri) {
    Map<String, String> query = new HashMap<>();
    for (String part : (uri.getRawQuery() == null ? "" : uri.getRawQuery()).split("&")) {
      String[] pair = part.split("=", 2);
      query.put(
          pair[0].toUpperCase(Locale.ROOT),
          pair.length < 2 ? "" : URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
    }
    return query;
  }

  static byte[] png(Color color, int size) {
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(color);
    graphics.fillRect(0, 0, size, size);
    graphics.dispose();
    return png(image);
  }

  static byte[] png(BufferedImage image) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(image, "png", bytes);
      return bytes.toByteArray();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The map as it is drawn now. */
  static BufferedImage picture(Site site) {
    String base64 = site.executeObject("view:image", JsonObject.of()).string("base64");
    try {
      return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The share of a picture's pixels whose colour is near to one. */
  static double share(BufferedImage picture, Color color) {
    int near = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        near += isNear(new Color(picture.getRGB(x, y)), color) ? 1 : 0;
      }
    }
    return (double) near / (picture.getWidth() * picture.getHeight());
  }

  static boolean isNear(Color one, Color other) {
    return Math.abs(one.getRed() - other.getRed()) < 12
        && Math.abs(one.getGreen() - other.getGreen()) < 12
        && Math.abs(one.getBlue() - other.getBlue()) < 12;
  }
}
