package org.terrella.webapp.data;

import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.JSBody;
import org.teavm.jso.file.Blob;
import org.terrella.document.Edit;
import org.terrella.document.JgisReader;
import org.terrella.document.MapDocument;
import org.terrella.document.Source;
import org.terrella.error.TerrellaException;
import org.terrella.interop.browser.Blobs;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.workbench.store.Maps;

/**
 * A map that lies beside the page on its host, so that a folder of files is a map. The files that
 * its sources name lie beside it.
 */
public final class SiteMap {
  private static final List<String> ADDRESSES = List.of("path", "url");

  private SiteMap() {}

  /**
   * A document.
   *
   * @param problems what was wrong with its file
   * @param files its own address and those of its data
   */
  public record Found(MapDocument document, List<String> problems, List<String> files) {}

  /**
   * Fetches the map at an address relative to the page; waits.
   *
   * @throws TerrellaException invalid-argument for an address on another host, not-found where
   *     nothing is
   */
  public static Found fetch(SourceLoader loader, String address) {
    String url = absolute(address, baseUri());
    if (!sameOrigin(url)) {
      throw TerrellaException.invalid(
          "\"" + address + "\" is no map of this site. Add it to the workspace to open it.");
    }
    Blob blob = loader.content(url);
    Maps.checkSize(address, blob.getSize());
    JgisReader.Result read;
    try {
      read = JgisReader.read(Blobs.text(blob));
    } catch (TerrellaException failure) {
      throw new TerrellaException(failure.code(), address + ": " + failure.getMessage(), failure);
    }
    MapDocument document = read.document();
    List<String> addresses = new ArrayList<>(List.of(url));
    for (Source source : document.sources().values()) {
      JsonObject parameters = source.parameters();
      for (String key : ADDRESSES) {
        if (parameters.members().get(key) instanceof JsonString path
            && !path.value().isEmpty()
            && !path.value().contains(":")) {
          addresses.add(absolute(path.value(), url));
          parameters = parameters.with(key, absolute(path.value(), url));
        }
      }
      JsonArray urls = parameters.optArray("urls");
      if (!urls.isEmpty()) {
        List<JsonObject> files = new ArrayList<>();
        for (JsonObject file : urls.objects()) {
          String path = file.optString("url", "");
          boolean beside = !path.isEmpty() && !path.contains(":");
          files.add(beside ? file.with("url", absolute(path, url)) : file);
          addresses.add(absolute(path, url));
        }
        parameters = parameters.with("urls", JsonArray.of(files));
      }
      if (parameters != source.parameters()) {
        document = new Edit.ReplaceSource(source.withParameters(parameters)).apply(document);
      }
    }
    return new Found(document, read.problems(), addresses);
  }

  @JSBody(script = "return document.baseURI;")
  private static native String baseUri();

  /** Braces of tile templates stay as they are. */
  @JSBody(
      params = {"address", "base"},
      script =
          "try { return new URL(address, base).href.replaceAll('%7B', '{').replaceAll('%7D', '}');"
              + " } catch (e) { return ''; }")
  private static native String absolute(String address, String base);

  @JSBody(
      params = "url",
      script =
          "try { return new URL(url).origin === new URL(document.baseURI).origin; }"
              + " catch (e) { return false; }")
  private static native boolean sameOrigin(String url);
}
