package org.terrella.dist.gdal;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.terrella.dist.e2e.Site;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;

/** The site's GDAL worker, spoken to from an empty page. */
final class GdalWorker {
  /** Bytes travel between the test and the page as base64. */
  private static final String CALL =
      """
      async ([request, contents]) => {
        const bytesOf = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
        const textOf = (bytes) => {
          let text = '';
          for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
          return btoa(text);
        };
        const message = JSON.parse(request);
        const blobs = contents.map((content) => new Blob([bytesOf(content)]));
        if (message.op === 'unpack' || message.op === 'write') message.blob = blobs[0];
        if (message.op === 'open') message.files = message.names.map((name, i) => ({ name, blob: blobs[i] }));
        window.gdal ??= new Worker(fileOf('gdal.js'));
        const { result, error } = await new Promise((resolve, reject) => {
          gdal.onmessage = ({ data }) => resolve(data);
          gdal.onerror = (event) => reject(new Error(event.message));
          setTimeout(() => reject(new Error(`${message.op} takes more than 30 s`)), 30_000);
          gdal.postMessage({ id: 1, ...message });
        });
        if (error) return JSON.stringify({ error });
        const entries = await Promise.all((result.entries ?? []).map(async ({ name, blob }) => ({ name, content: textOf(new Uint8Array(await blob.arrayBuffer())) })));
        return JSON.stringify({ ...result, entries, bytes: result.bytes ? textOf(result.bytes) : '' });
      }""";

  private final Site site;

  GdalWorker(Site site) {
    this.site = site.openBlank();
  }

  /** A file by name. */
  record NamedBytes(String name, byte[] bytes) {
    /** The part of the name before its last dot. */
    String stem() {
      return name.substring(0, name.lastIndexOf('.'));
    }
  }

  /** A failure that the worker answered with. */
  static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    private Failure(JsonObject error) {
      super(error.string("message"));
      code = error.string("code");
    }

    String code() {
      return code;
    }
  }

  /** A layer, its FlatGeobuf and what was complained of on the way. */
  record Layer(JsonObject description, byte[] flatgeobuf, List<String> warnings) {}

  /** All layers of a file, the file itself first and those that belong to it after it. */
  List<Layer> read(List<NamedBytes> files) {
    List<String> names = files.stream().map(NamedBytes::name).toList();
    JsonObject request =
        JsonObject.of().with("op", "open").with("names", JsonArray.ofStrings(names));
    JsonObject opened = call(request, files.stream().map(NamedBytes::bytes).toList());
    JsonObject dataset = JsonObject.of().with("dataset", opened.string("dataset"));
    try {
      List<Layer> layers = new ArrayList<>();
      for (JsonObject layer : opened.array("layers").objects()) {
        JsonObject read =
            call(dataset.with("op", "read").with("layer", layer.string("name")), List.of());
        List<String> warnings = new ArrayList<>(opened.array("warnings").strings());
        warnings.addAll(read.array("warnings").strings());
        layers.add(new Layer(layer, bytes(read, "bytes"), warnings));
      }
      return layers;
    } finally {
      call(dataset.with("op", "close"), List.of());
    }
  }

  List<NamedBytes> unpack(NamedBytes archive) {
    JsonObject request = JsonObject.of().with("op", "unpack").with("name", archive.name());
    List<NamedBytes> entries = new ArrayList<>();
    for (JsonObject entry : call(request, List.of(archive.bytes())).array("entries").objects()) {
      entries.add(new NamedBytes(entry.string("name"), bytes(entry, "content")));
    }
    return entries;
  }

  byte[] write(byte[] flatgeobuf, String driver, String name) {
    JsonObject request =
        JsonObject.of().with("op", "write").with("driver", driver).with("name", name);
    return bytes(call(request, List.of(flatgeobuf)), "bytes");
  }

  private JsonObject call(JsonObject request, List<byte[]> contents) {
    List<String> encoded =
        contents.stream().map(bytes -> Base64.getEncoder().encodeToString(bytes)).toList();
    Object answer = site.page().evaluate(CALL, List.of(Json.write(request), encoded));
    JsonObject json = Json.parseObject((String) answer);
    if (json.has("error")) {
      throw new Failure(json.object("error"));
    }
    return json;
  }

  private static byte[] bytes(JsonObject from, String key) {
    return Base64.getDecoder().decode(from.string(key));
  }

  /** The members of an archive's data files, each with those of the same stem. */
  static List<List<NamedBytes>> groups(List<NamedBytes> entries, String extension) {
    Map<String, List<NamedBytes>> groups = new LinkedHashMap<>();
    for (NamedBytes entry : entries) {
      if (entry.name().endsWith(extension)) {
        groups.computeIfAbsent(entry.stem(), stem -> new ArrayList<>()).add(entry);
      }
    }
    for (NamedBytes entry : entries) {
      if (!entry.name().endsWith(extension) && groups.containsKey(entry.stem())) {
        groups.get(entry.stem()).add(entry);
      }
    }
    return List.copyOf(groups.values());
  }
}
