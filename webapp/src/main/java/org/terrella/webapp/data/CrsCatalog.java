package org.terrella.webapp.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSString;
import org.terrella.error.TerrellaException;
import org.terrella.interop.browser.Lazy;
import org.terrella.interop.browser.Promises;
import org.terrella.interop.ol.ProjectionDefinitions;
import org.terrella.interop.ol.Projections;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonValue;
import org.terrella.text.Ascii;
import org.terrella.webapp.Words;
import org.terrella.workbench.engine.PainterClient;

/**
 * The coordinate reference systems by code. EPSG:4326 and EPSG:3857 are always known; the list of
 * all others is fetched when one of them is first needed.
 */
public final class CrsCatalog {
  /** How codes begin that stand for a definition. */
  public static final String CUSTOM = "CUSTOM:";

  /** Degrees around its area in which a projection still gives a good picture. */
  private static final double MARGIN = 60;

  private static final double[] EVERYWHERE = {-180, -90, 180, 90};

  private final PainterClient painter;
  private final Map<String, Entry> entries = new HashMap<>();
  private boolean complete;

  public CrsCatalog(PainterClient painter) {
    this.painter = painter;
    put(new Entry("EPSG:4326", "WGS 84", "", new double[] {-180, -90, 180, 90}));
    put(
        new Entry(
            "EPSG:3857", "WGS 84 / Pseudo-Mercator", "", new double[] {-180, -85.06, 180, 85.06}));
  }

  /**
   * A system.
   *
   * @param definition PROJ string; empty for the two that need none
   * @param area where it is used: west, south, east, north in degrees
   */
  public record Entry(String code, String name, String definition, double[] area) {
    /**
     * What of the world can be drawn in it, [west, south, east, north] in degrees: a wide margin
     * around where it is used. Empty when that is all, or not known.
     */
    public double[] domain() {
      if (definition.isEmpty() || area[2] - area[0] > 180 && area[3] - area[1] > 120) {
        return new double[0];
      }
      boolean around = area[0] > area[2] || area[2] - area[0] > 359 - 2 * MARGIN;
      return new double[] {
        around ? -180 : Math.max(-180, area[0] - MARGIN),
        Math.max(-90, area[1] - MARGIN),
        around ? 180 : Math.min(180, area[2] + MARGIN),
        Math.min(90, area[3] + MARGIN)
      };
    }

    /** How well it can be brought into other systems here, as a sentence; empty when exactly. */
    public String accuracy() {
      if (definition.contains("+nadgrids=") && !definition.contains("+nadgrids=@null")) {
        return "Its shift to WGS 84 needs a grid that is not here: up to 200 m off.";
      }
      boolean modern =
          definition.isEmpty()
              || definition.contains("WGS84")
              || definition.contains("+ellps=GRS80")
              || definition.contains("GRS 1980")
              || definition.contains("WGS 84");
      if (definition.contains("+towgs84=0,0,0") || modern && !definition.contains("+towgs84=")) {
        return "";
      }
      return definition.contains("+towgs84=") || definition.contains("TOWGS84[")
          ? "Its shift to WGS 84 is by parameters: about 1 to 10 m off."
          : "Its shift to WGS 84 is not known here: up to some 100 m off.";
    }
  }

  private void put(Entry entry) {
    entries.put(entry.code(), entry);
  }

  /** The system of a code such as {@code EPSG:2263}; waits for the list when needed. */
  public Entry get(String code) {
    Entry known = find(code);
    if (known == null) {
      throw TerrellaException.invalid(
          "The coordinate reference system \"" + code + "\" is not in the EPSG list.");
    }
    return known;
  }

  /**
   * The system of a code, or null; waits for the list when needed. A PROJ string or WKT makes a
   * system of its own.
   */
  public Entry find(String code) {
    String normal = isDefinition(code) ? custom(code) : normal(code);
    if (!entries.containsKey(normal)) {
      complete();
    }
    return entries.get(normal);
  }

  /** Systems whose code or name has all words of a query, best first; or the one it defines. */
  public List<Entry> search(String query, int limit) {
    if (isDefinition(query)) {
      return List.of(get(query));
    }
    complete();
    List<String> words = Words.of(query);
    List<Entry> exact = new ArrayList<>();
    List<Entry> found = new ArrayList<>();
    for (Entry entry : entries.values()) {
      String text = (entry.code() + " " + entry.name()).toLowerCase(Locale.ROOT);
      if (Words.allIn(words, text) && entry.code().startsWith("EPSG:")) {
        (!words.isEmpty()
                    && (text.startsWith("epsg:" + words.get(0) + " ")
                        || text.startsWith(words.get(0) + " "))
                ? exact
                : found)
            .add(entry);
      }
    }
    found.sort((a, b) -> Integer.compare(number(a.code()), number(b.code())));
    exact.addAll(found);
    return exact.subList(0, Math.min(limit, exact.size()));
  }

  private static int number(String code) {
    return Integer.parseInt(code.substring(code.indexOf(':') + 1));
  }

  /** Makes a system usable for drawing; waits for proj4 when needed. */
  public void define(String code) {
    String objection = objection(get(code));
    if (!objection.isEmpty()) {
      throw TerrellaException.invalid(
          "The coordinate reference system "
              + normal(code)
              + " cannot be computed: "
              + objection
              + ".");
    }
  }

  /** Why a system cannot be computed; empty when it can, and then drawn too. */
  private String objection(Entry entry) {
    if (Projections.getProjection(entry.code()) != null) {
      return "";
    }
    ProjectionDefinitions proj4 = Promises.await(Lazy.loadProjections());
    String objection = proj4.defineProjection(entry.code(), entry.definition(), entry.area());
    if (objection.isEmpty()) {
      painter.define(entry.code(), entry.definition());
    }
    return objection;
  }

  /** The PROJ string of a system, which the engine computes with. */
  public String projString(String code) {
    Entry entry = get(code);
    if (entry.definition().isEmpty() || entry.definition().contains("+proj=")) {
      return entry.definition();
    }
    define(code);
    return Promises.await(Lazy.loadProjections()).projString(entry.code());
  }

  /** PROJ strings by codes, with that of a system that the engine told of. */
  public JsonObject defining(JsonObject known, JsonObject crs) {
    String code = codeOf(crs);
    String proj = code.isEmpty() ? "" : projString(code);
    return proj.isEmpty() ? known : known.with(crs.string("id"), proj);
  }

  /** The system as the engine wants to know it. */
  public JsonObject forEngine(String code) {
    define(code);
    String normal = normal(code);
    double meters = metersPerUnit(normal);
    boolean geographic = Double.isNaN(meters);
    return JsonObject.of()
        .with("id", normal)
        .with("definition", normal.startsWith("CUSTOM:") ? get(normal).definition() : "")
        .with("geographic", geographic)
        .with("metersPerUnit", geographic ? 0 : meters);
  }

  /**
   * The code of a CRS that a file declares: its own, or one made up for a definition without code.
   * Empty when the file declares none.
   */
  public String codeOf(JsonObject declared) {
    String code = normal(declared.optString("id", ""));
    String definition = declared.optString("definition", "");
    if ((code.isEmpty() || find(code) == null) && !definition.isEmpty()) {
      code = custom(definition);
    }
    return code;
  }

  /** Whether a text defines a system, instead of naming one. */
  private static boolean isDefinition(String text) {
    return text.contains("+proj=") || text.contains("[\"");
  }

  private String custom(String definition) {
    String code = CUSTOM + Integer.toHexString(definition.hashCode());
    learn(code, definition);
    return code;
  }

  /** Takes over a definition that a map brings along. */
  public void learn(String code, String definition) {
    if (!entries.containsKey(code)) {
      put(new Entry(code, nameIn(definition), definition, EVERYWHERE));
    }
  }

  /** Whether a declared CRS can be drawn. */
  public boolean knows(JsonObject declared) {
    String code = codeOf(declared);
    Entry entry = code.isEmpty() ? null : find(code);
    return entry != null && (entry.code().startsWith("EPSG:") || objection(entry).isEmpty());
  }

  /** The first quoted text of a WKT, which is its name. */
  private static String nameIn(String wkt) {
    int begin = wkt.indexOf('"');
    int end = wkt.indexOf('"', begin + 1);
    return begin >= 0 && end > begin ? wkt.substring(begin + 1, end) : "Custom system";
  }

  /** A code as the list has it: upper case, CRS84 as EPSG:4326. */
  public static String normal(String code) {
    if (code.startsWith(CUSTOM)) {
      return code;
    }
    String trimmed = code.trim().toUpperCase(Locale.ROOT);
    if (trimmed.equals("OGC:CRS84") || trimmed.equals("WGS84") || trimmed.equals("CRS84")) {
      return "EPSG:4326";
    }
    if (isNumber(trimmed)) {
      return "EPSG:" + trimmed;
    }
    return trimmed.equals("EPSG:900913") ? "EPSG:3857" : trimmed;
  }

  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!Ascii.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private void complete() {
    if (complete) {
      return;
    }
    JsonArray list =
        (JsonArray) Json.parse(Promises.await(fetchText("crs/epsg.json")).stringValue());
    for (JsonValue value : list) {
      JsonArray item = (JsonArray) value;
      // The list gives north, west, south, east.
      double[] area =
          item.size() > 3 && item.get(3) instanceof JsonArray box && box.size() == 4
              ? new double[] {box.number(1), box.number(2), box.number(3), box.number(0)}
              : EVERYWHERE;
      Entry entry = new Entry("EPSG:" + item.integer(0), item.string(1), item.string(2), area);
      entries.putIfAbsent(entry.code(), entry);
    }
    complete = true;
  }

  @JSBody(
      params = "path",
      script =
          "return window.terrellaSite.fetch(path).then(reply => { if (!reply.ok)"
              + " throw new Error(path + ' is missing (' + reply.status + ')'); return reply.text(); });")
  private static native JSPromise<JSString> fetchText(String path);

  private static double metersPerUnit(String code) {
    return unitsOf(code).equals("degrees") ? Double.NaN : metersOf(Projections.getProjection(code));
  }

  private static String unitsOf(String code) {
    return units(Projections.getProjection(code));
  }

  @JSBody(params = "p", script = "return p.getUnits();")
  private static native String units(JSObject p);

  @JSBody(params = "p", script = "return p.getMetersPerUnit();")
  private static native double metersOf(JSObject p);
}
