package org.terrella.dist.e2e;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/**
 * A host of a site that knows little: no ranges, no compression, no dates, few media types. What it
 * serves can be exchanged, lose files, or be out of reach.
 */
final class PlainHost implements AutoCloseable {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html",
          "js", "text/javascript",
          "wasm", "application/wasm",
          "json", "application/json");

  /** What a strict host allows pages, and the scripts that are workers. */
  private static final String STRICT =
      "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline';"
          + " img-src 'self' data: blob:; connect-src 'self' data: blob:; worker-src 'self';"
          + " manifest-src 'self'; base-uri 'none'; form-action 'none'";

  private static final String STRICT_WORKER =
      "default-src 'none'; script-src 'self' 'unsafe-eval'; connect-src 'self' data: blob:;"
          + " worker-src 'self'";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ConcurrentLinkedDeque<String> asked = new ConcurrentLinkedDeque<>();
  private final String prefix;

  /** The folder that is served. */
  volatile Path folder;

  /** Other files that it serves, or null. */
  volatile Path others;

  /** Names of files that are not found. */
  volatile Predicate<String> lost = name -> false;

  /** Whether no request is answered. */
  volatile boolean away;

  /** Whether policies are sent, and programs called any bytes. */
  volatile boolean strict;

  PlainHost(Path folder, String prefix) throws IOException {
    this.folder = folder;
    this.prefix = prefix;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  String origin() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  String address() {
    return origin() + prefix;
  }

  /** Names of files that were asked for since {@link #forget}. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  void forget() {
    asked.clear();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (away) {
        return;
      }
      String path = exchange.getRequestURI().getPath();
      if (path.equals("/favicon.ico")) {
        exchange.sendResponseHeaders(204, -1);
        return;
      }
      String name = path.startsWith(prefix) ? path.substring(prefix.length()) : "..";
      asked.add(name);
      Path root = others != null && Files.isRegularFile(others.resolve(name)) ? others : folder;
      Path file = root.resolve(name.isEmpty() ? "index.html" : name).normalize();
      if (!file.startsWith(root) || !Files.isRegularFile(file) || lost.test(name)) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      String fileName = file.getFileName().toString();
      String extension = fileName.substring(fileName.lastIndexOf('.') + 1);
      Headers headers = exchange.getResponseHeaders();
      boolean program = strict && extension.equals("wasm");
      headers.set(
          "Content-Type",
          program
              ? "application/octet-stream"
              : TYPES.getOrDefault(extension, "application/octet-stream"));
      if (strict) {
        headers.set("Content-Security-Policy", extension.equals("js") ? STRICT_WORKER : STRICT);
        headers.set("X-Content-Type-Options", "nosniff");
      }
      exchange.sendResponseHeaders(200, Files.size(file));
      Files.copy(file, exchange.getResponseBody());
    }
  }
}
