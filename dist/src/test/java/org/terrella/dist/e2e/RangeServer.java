package org.terrella.dist.e2e;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A host of files as there are many on the web: it allows other sites, serves ranges of what lies
 * below {@code /parts/} and only whole files below {@code /whole/}, and lets others see no headers.
 * It counts what it sends.
 */
final class RangeServer implements AutoCloseable {
  private static final int CHUNK = 1 << 20;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicInteger requests = new AtomicInteger();

  /** Milliseconds between two megabytes of a whole file. */
  volatile int pause;

  RangeServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  String address() {
    return "http://localhost:" + server.getAddress().getPort() + "/";
  }

  /** Serves a file; its address. */
  String put(String path, byte[] content) {
    files.put("/" + path, content);
    return address() + path;
  }

  /** Bytes of bodies that were sent since {@link #forget}. */
  long bytes() {
    return bytes.get();
  }

  int requests() {
    return requests.get();
  }

  void forget() {
    bytes.set(0);
    requests.set(0);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.incrementAndGet();
      Headers headers = exchange.getResponseHeaders();
      headers.set("Access-Control-Allow-Origin", "*");
      String path = exchange.getRequestURI().getPath();
      byte[] file = files.get(path);
      if (file == null) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      String range = exchange.getRequestHeaders().getFirst("Range");
      if (exchange.getRequestMethod().equals("HEAD")) {
        headers.set("Content-Length", Integer.toString(file.length));
        exchange.sendResponseHeaders(200, -1);
      } else if (range == null || path.startsWith("/whole/")) {
        exchange.sendResponseHeaders(200, file.length);
        send(exchange.getResponseBody(), file, 0, file.length, pause);
      } else {
        int dash = range.indexOf('-');
        int from = Integer.parseInt(range.substring("bytes=".length(), dash));
        int to = Math.min(file.length, Integer.parseInt(range.substring(dash + 1)) + 1);
        headers.set("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + file.length);
        exchange.sendResponseHeaders(206, to - from);
        send(exchange.getResponseBody(), file, from, to, 0);
      }
    }
  }

  private void send(OutputStream out, byte[] file, int from, int to, int wait) throws IOException {
    try {
      for (int at = from; at < to; at += CHUNK) {
        int length = Math.min(CHUNK, to - at);
        out.write(file, at, length);
        bytes.addAndGet(length);
        Thread.sleep(wait);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
