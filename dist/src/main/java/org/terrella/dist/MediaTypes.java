package org.terrella.dist;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The media types of the files that a site has, by the ends of their names. */
final class MediaTypes {
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("mjs", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("csv", "text/csv; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("map", "application/json"),
          Map.entry("geojson", "application/geo+json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("wasm", "application/wasm"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("webp", "image/webp"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("zip", "application/zip"));

  private static final Set<String> COMPRESSED = Set.of("png", "jpg", "webp", "woff2", "zip");

  private MediaTypes() {}

  static String of(String name) {
    return TYPES.getOrDefault(extension(name), "application/octet-stream");
  }

  /** Whether gzip would make the file smaller. */
  static boolean compressible(String name) {
    return !COMPRESSED.contains(extension(name));
  }

  private static String extension(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
