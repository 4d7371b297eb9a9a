package org.terrella.dist;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/**
 * Serves one folder to this machine alone, as a plain static host does: GET and HEAD, gzip for
 * clients that take it, no ranges. Files are read again when they change, so that a rebuilt site
 * needs no restart.
 */
public final class StaticServer implements AutoCloseable {
  private static final int REMEMBERED = 1000;

  private final Path root;
  private final String prefix;
  private final HttpServer server;
  private final ExecutorService threads;
  private final Map<Path, Content> contents = new ConcurrentHashMap<>();
  private final Deque<Answer> answers = new ConcurrentLinkedDeque<>();

  /**
   * A request that was answered.
   *
   * @param path what was asked for, below the prefix
   * @param sent bytes of the body on the wire
   * @param size bytes of the file
   */
  public record Answer(String path, int status, long sent, long size) {}

  /** Larger files are neither kept nor compressed. */
  private static final int MOST_KEPT = 16 << 20;

  private record Content(FileTime modified, byte[] plain, byte[] gzip) {}

  private StaticServer(Path root, String prefix, int port) throws IOException {
    this.root = root.toAbsolutePath().normalize();
    this.prefix = prefix;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "static-server");
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /**
   * Starts serving.
   *
   * @param prefix the path under which the folder appears; begins and ends with a slash
   * @param port 0 for any free one
   */
  public static StaticServer start(Path folder, String prefix, int port) throws IOException {
    if (!prefix.startsWith("/") || !prefix.endsWith("/")) {
      throw new IllegalArgumentException("A prefix begins and ends with a slash: " + prefix);
    }
    return new StaticServer(folder, prefix, port);
  }

  /** The address of the folder, ending in a slash. */
  public String address() {
    return origin() + prefix;
  }

  /** Scheme, host and port. */
  public String origin() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** The last {@value #REMEMBERED} answers since the start or since {@link #forget}. */
  public List<Answer> answers() {
    return List.copyOf(answers);
  }

  public void forget() {
    answers.clear();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String method = exchange.getRequestMethod();
      if (!method.equals("GET") && !method.equals("HEAD")) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        send(exchange, "", 405, new byte[0], 0);
        return;
      }
      String path = path(exchange.getRequestURI());
      Path file = path == null ? null : find(path);
      if (file == null) {
        send(
            exchange,
            path == null ? "" : path,
            404,
            "Not found\n".getBytes(StandardCharsets.UTF_8),
            0);
        return;
      }
      sendFile(exchange, path, file);
    }
  }

  /** The path below the prefix, or null outside it. */
  private String path(URI uri) {
    String path = uri.getPath();
    return path != null && path.startsWith(prefix) ? path.substring(prefix.length()) : null;
  }

  /** The file, or null where there is none inside the folder. */
  private Path find(String path) {
    try {
      Path file = root.resolve(path).normalize();
      if (path.isEmpty() || path.endsWith("/")) {
        file = file.resolve("index.html");
      }
      // A link inside the folder must not lead out of it either.
      return file.startsWith(root)
              && Files.isRegularFile(file)
              && file.toRealPath().startsWith(root.toRealPath())
          ? file
          : null;
    } catch (InvalidPathException | IOException unreadable) {
      return null;
    }
  }

  private void sendFile(HttpExchange exchange, String path, Path file) throws IOException {
    if (Files.size(file) > MOST_KEPT) {
      sendLarge(exchange, path, file);
      return;
    }
    Content content = content(file);
    String etag = "\"" + Long.toHexString(content.modified.toMillis()) + "-" + content.plain.length;
    String accepted = exchange.getRequestHeaders().getFirst("Accept-Encoding");
    boolean gzip = content.gzip != null && accepted != null && accepted.contains("gzip");
    etag += gzip ? "-gzip\"" : "\"";
    Headers headers = exchange.getResponseHeaders();
    headers.set("ETag", etag);
    headers.set("Cache-Control", "no-cache");
    headers.set("Vary", "Accept-Encoding");
    if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      send(exchange, path, 304, new byte[0], content.plain.length);
      return;
    }
    headers.set("Content-Type", MediaTypes.of(file.getFileName().toString()));
    headers.set("X-Content-Type-Options", "nosniff");
    if (gzip) {
      headers.set("Content-Encoding", "gzip");
    }
    send(exchange, path, 200, gzip ? content.gzip : content.plain, content.plain.length);
  }

  private Content content(Path file) throws IOException {
    FileTime modified = Files.getLastModifiedTime(file);
    Content known = contents.get(file);
    if (known != null && known.modified.equals(modified)) {
      return known;
    }
    byte[] plain = Files.readAllBytes(file);
    byte[] gzip = MediaTypes.compressible(file.getFileName().toString()) ? gzip(plain) : null;
    Content content = new Content(modified, plain, gzip);
    contents.put(file, content);
    return content;
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 2 + 64);
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    }
    return bytes.toByteArray();
  }

  private void sendLarge(HttpExchange exchange, String path, Path file) throws IOException {
    long size = Files.size(file);
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", MediaTypes.of(file.getFileName().toString()));
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Cache-Control", "no-cache");
    boolean bodiless = exchange.getRequestMethod().equals("HEAD");
    remember(new Answer(path, 200, bodiless ? 0 : size, size));
    exchange.sendResponseHeaders(200, bodiless ? -1 : size);
    if (!bodiless) {
      Files.copy(file, exchange.getResponseBody());
    }
  }

  private void remember(Answer answer) {
    while (answers.size() >= REMEMBERED) {
      answers.poll();
    }
    answers.add(answer);
  }

  private void send(HttpExchange exchange, String path, int status, byte[] body, long size)
      throws IOException {
    boolean bodiless = status == 304 || exchange.getRequestMethod().equals("HEAD");
    if (bodiless && status != 304) {
      exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
    }
    remember(new Answer(path, status, bodiless ? 0 : body.length, size));
    exchange.sendResponseHeaders(status, bodiless || body.length == 0 ? -1 : body.length);
    if (!bodiless && body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  /** {@code StaticServer FOLDER [PORT]}: serves until it is stopped. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Path.of(arguments[0]);
    int port = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 0;
    StaticServer server;
    try {
      server = start(folder, "/", port);
    } catch (BindException taken) {
      System.err.println("Port " + port + " is in use; choose another with --port.");
      System.exit(1);
      return;
    }
    System.out.println("Terrella is at " + server.address() + " (Ctrl+C ends it)");
    Thread.currentThread().join();
  }
}
