package org.terrella.webapp.publish;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.teavm.jso.file.Blob;
import org.terrella.error.TerrellaException;
import org.terrella.interop.browser.Blobs;
import org.terrella.interop.browser.Lazy;
import org.terrella.interop.browser.Promises;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;
import org.terrella.webapp.App;
import org.terrella.webapp.data.Format;
import org.terrella.workbench.gdal.GdalClient;
import org.terrella.workbench.job.Job;
import org.terrella.workbench.workspace.Workspace;

/**
 * A map with its data in a zip, as {@code publish:map-zip} and {@code publish:research-object}
 * write it.
 */
public final class MapZip {
  private static final String CRATE = "ro-crate-metadata.json";

  private MapZip() {}

  /** Whether a file is a zip with a map in it; waits. */
  public static boolean is(String name, Blob file) {
    return Format.extension(name).equals("zip")
        && Promises.await(Promises.await(Lazy.loadPublishing()).holdsMap(file)).booleanValue();
  }

  /**
   * Puts what a zip holds into the workspace, into a folder of its own; waits.
   *
   * @return the path of the map
   */
  public static String unpack(App app, String name, Blob file, Job job) {
    List<GdalClient.NamedBlob> files = app.gdal.unpack(new GdalClient.NamedBlob(name, file), job);
    String stem = Workspace.safe(name.substring(0, name.length() - ".zip".length()));
    String folder = "data/" + stem;
    for (int n = 2; !app.workspace.list(folder + "/").isEmpty(); n++) {
      folder = "data/" + stem + "-" + n;
    }
    // Of a research object, what stands beside map and data can be made again.
    boolean crate = false;
    for (GdalClient.NamedBlob each : files) {
      crate |= each.name().equals(CRATE);
    }
    JsonObject map = null;
    Set<String> names = new HashSet<>();
    for (GdalClient.NamedBlob each : files) {
      if (Format.extension(each.name()).equals("jgis")) {
        map = Json.parseObject(Blobs.text(each.blob()));
      } else if (!crate || each.name().startsWith("data/")) {
        app.workspace.write(folder + "/" + each.name(), each.blob());
        names.add(each.name());
      }
    }
    if (map == null) {
      throw TerrellaException.invalid("\"" + name + "\" holds no map.");
    }
    JsonObject sources = map.optObject("sources");
    for (String id : sources.keys()) {
      JsonObject source = sources.object(id);
      JsonValue parameters = source.opt("parameters", JsonObject.of());
      sources = sources.with(id, source.with("parameters", moved(parameters, names, folder)));
    }
    String target = app.workspace.free("maps/" + stem + ".jGIS");
    app.workspace.write(target, Blobs.ofText(Json.write(map.with("sources", sources))));
    return target;
  }

  /** Parameters of a source in which files of the zip are those of the workspace. */
  private static JsonValue moved(JsonValue value, Set<String> names, String folder) {
    if (value instanceof JsonString text) {
      return names.contains(text.value()) ? new JsonString(folder + "/" + text.value()) : text;
    }
    if (value instanceof JsonObject object) {
      JsonObject moved = object;
      for (String key : object.keys()) {
        moved = moved.with(key, moved(object.get(key), names, folder));
      }
      return moved;
    }
    if (value instanceof JsonArray list) {
      JsonArray moved = JsonArray.of();
      for (JsonValue each : list) {
        moved = moved.with(moved(each, names, folder));
      }
      return moved;
    }
    return value;
  }
}
