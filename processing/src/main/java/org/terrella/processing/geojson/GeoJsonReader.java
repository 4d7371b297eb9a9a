package org.terrella.processing.geojson;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.terrella.error.TerrellaException;
import org.terrella.exact.DoubleText;
import org.terrella.json.Json;
import org.terrella.json.JsonHandler;
import org.terrella.json.JsonTokenizer;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.GeometryType;
import org.terrella.processing.feature.TableBuilder;

/**
 * Reads GeoJSON from UTF-8 bytes that come in pieces of any size.
 *
 * <p>Accepted: feature collections, single features and geometries, and several of them one after
 * the other (newline-delimited, RFC 8142); members in any order; the {@code crs} member of GeoJSON
 * 2008; a missing geometry; open rings, which get closed. Ordinates after the third are dropped.
 * Properties become fields in the order of their first appearance; objects and arrays among them
 * are kept as JSON text.
 *
 * <p>Errors: malformed-input for broken JSON and for features that are not what RFC 7946 asks, with
 * the number of the feature counted from 1; unsupported-format for TopoJSON.
 */
public final class GeoJsonReader {
  private final Tokens tokens = new Tokens();
  private final JsonTokenizer tokenizer =
      new JsonTokenizer(tokens, JsonTokenizer.DEFAULT_DEPTH, true);
  private final TableBuilder table;
  private final PropertyColumns properties;
  private final CoordinateBuffer coordinates = new CoordinateBuffer();
  private final JsonCapture capture = new JsonCapture();
  private final Deque<Frame> frames = new ArrayDeque<>();
  private final String fileName;
  private String name;
  private Crs crs = Crs.WGS84;
  private int feature;
  private Mode mode = Mode.STRUCTURE;
  private int skipDepth;
  private Role captureRole;

  /** What the reader does with the tokens that come. */
  private enum Mode {
    STRUCTURE,
    SKIP,
    CAPTURE,
    COORDINATES
  }

  /** What an open object or array is, or what the next value will be. */
  private enum Role {
    DOCUMENT,
    FEATURES,
    FEATURE,
    GEOMETRY,
    GEOMETRIES,
    PROPERTIES,
    PROPERTY,
    COORDINATES,
    TYPE,
    ID,
    NAME,
    CRS,
    OTHER
  }

  private static final class Frame {
    final Role role;
    final boolean outer;
    Role next = Role.OTHER;
    String type = "";
    boolean hasFeatures;
    boolean hasGeometries;
    boolean hasCoordinates;
    // Members whose meaning depends on a type that is not known yet, as JSON text.
    byte[] lateGeometry;
    byte[] lateProperties;
    byte[] lateGeometries;
    String id;

    Frame(Role role, boolean outer) {
      this.role = role;
      this.outer = outer;
    }
  }

  /**
   * @param name the name of the file without extension; the {@code name} member of a collection
   *     wins
   */
  public GeoJsonReader(String name) {
    this.fileName = name;
    this.name = name;
    this.table = new TableBuilder(name);
    this.properties = new PropertyColumns(table);
  }

  /** Reads the next bytes, {@code chunk[from]} to {@code chunk[to - 1]}. */
  public void feed(byte[] chunk, int from, int to) {
    tokenizer.feed(chunk, from, to);
  }

  /** The table of all features; to be called once, after the last piece. */
  public FeatureTable finish() {
    tokenizer.finish();
    properties.checkSize();
    return table.crs(crs).build().withName(name);
  }

  /** Reads a whole file at once. */
  public static FeatureTable read(String name, byte[] utf8) {
    GeoJsonReader reader = new GeoJsonReader(name);
    reader.feed(utf8, 0, utf8.length);
    return reader.finish();
  }

  private Role expected() {
    Frame frame = frames.peekLast();
    if (frame == null) {
      return Role.DOCUMENT;
    }
    return switch (frame.role) {
      case FEATURES -> Role.FEATURE;
      case GEOMETRIES -> Role.GEOMETRY;
      case PROPERTIES -> Role.PROPERTY;
      default -> frame.next;
    };
  }

  private void beginObject() {
    Role role = expected();
    switch (role) {
      case DOCUMENT -> frames.addLast(new Frame(role, false));
      case FEATURE -> {
        feature++;
        frames.addLast(new Frame(role, false));
      }
      case GEOMETRY -> {
        if (isLate()) {
          startCapture(role);
          capture.beginObject();
        } else {
          boolean outer = frames.getLast().role != Role.GEOMETRIES;
          beginGeometry(outer);
        }
      }
      case PROPERTIES -> {
        if (isLate()) {
          startCapture(role);
          capture.beginObject();
        } else {
          properties.beginRow();
          frames.addLast(new Frame(role, false));
        }
      }
      case PROPERTY, CRS -> {
        startCapture(role);
        capture.beginObject();
      }
      case OTHER, NAME -> skip();
      default -> throw wrongKind(role, "an object");
    }
  }

  private void beginArray() {
    Role role = expected();
    switch (role) {
      case FEATURES -> {
        frames.getLast().hasFeatures = true;
        frames.addLast(new Frame(role, false));
      }
      case GEOMETRIES -> beginGeometries();
      case COORDINATES -> {
        frames.getLast().hasCoordinates = true;
        coordinates.reset();
        mode = Mode.COORDINATES;
        coordinates.beginArray();
      }
      case PROPERTY, CRS -> {
        startCapture(role);
        capture.beginArray();
      }
      case OTHER, NAME -> skip();
      case FEATURE -> {
        feature++;
        throw wrongKind(role, "an array");
      }
      default -> throw wrongKind(role, "an array");
    }
  }

  /** Handles null, text, numbers and truth values; {@code kind} is null for null. */
  private void scalar(String kind) {
    Role role = expected();
    switch (role) {
      case OTHER, NAME -> {}
      case PROPERTIES, GEOMETRY -> {
        if (kind != null || frames.getLast().role == Role.GEOMETRIES) {
          throw wrongKind(role, kind == null ? "null" : kind);
        }
      }
      case CRS -> crs = Crs.UNKNOWN;
      case ID -> {
        if (kind != null) {
          throw wrongKind(role, kind);
        }
      }
      case FEATURE -> {
        feature++;
        throw wrongKind(role, kind == null ? "null" : kind);
      }
      default -> throw wrongKind(role, kind == null ? "null" : kind);
    }
  }

  private void endObject() {
    Frame frame = frames.removeLast();
    switch (frame.role) {
      case DOCUMENT -> endDocument(frame);
      case FEATURE -> {
        if (!frame.type.equals("Feature")) {
          throw problem(
              frame.type.isEmpty()
                  ? "a member of \"features\" has no \"type\""
                  : "a member of \"features\" has the type \"" + frame.type + "\", not Feature");
        }
        endFeature(frame);
      }
      case GEOMETRY -> endGeometry(frame);
      default -> {}
    }
  }

  private void endFeature(Frame frame) {
    if (frame.id != null) {
      table.id(frame.id);
    }
    table.endRow();
  }

  private void endDocument(Frame frame) {
    if (frame.type.equals("FeatureCollection")) {
      if (!frame.hasFeatures) {
        throw problem("the FeatureCollection has no \"features\"");
      }
      return;
    }
    if (frame.hasFeatures) {
      throw problem("there are \"features\" but the \"type\" is not FeatureCollection");
    }
    if (frame.type.equals("Feature")) {
      replay(frame, Role.GEOMETRY, frame.lateGeometry);
      replay(frame, Role.PROPERTIES, frame.lateProperties);
      endFeature(frame);
    } else if (frame.type.isEmpty()) {
      throw problem("the JSON object has no \"type\", so it is not GeoJSON");
    } else {
      if (frame.hasGeometries && frame.lateGeometries != null) {
        table.geometry().beginFeature(GeometryType.GEOMETRY_COLLECTION);
        replay(frame, Role.GEOMETRIES, frame.lateGeometries);
      } else if (!frame.hasGeometries) {
        table.geometry().beginFeature(GeometryType.GEOMETRY_COLLECTION);
      }
      addGeometry(frame);
      table.geometry().endFeature(geometryType(frame.type));
      table.endRow();
    }
  }

  private void beginGeometries() {
    Frame frame = frames.getLast();
    if (isLate()) {
      frame.hasGeometries = true;
      startCapture(Role.GEOMETRIES);
      capture.beginArray();
      return;
    }
    if (frame.hasGeometries && frame.lateGeometries == null) {
      throw problem("the member \"geometries\" comes twice");
    }
    if (frame.role == Role.DOCUMENT && frame.lateGeometries == null) {
      table.geometry().beginFeature(GeometryType.GEOMETRY_COLLECTION);
    }
    frame.hasGeometries = true;
    frames.addLast(new Frame(Role.GEOMETRIES, false));
  }

  private void beginGeometry(boolean outer) {
    if (outer) {
      if (table.geometry().size() > table.rows()) {
        throw problem("the member \"geometry\" comes twice");
      }
      table.geometry().beginFeature(GeometryType.GEOMETRY_COLLECTION);
    }
    frames.addLast(new Frame(Role.GEOMETRY, outer));
  }

  private void endGeometry(Frame frame) {
    addGeometry(frame);
    if (frame.outer) {
      table.geometry().endFeature(geometryType(frame.type));
    }
  }

  private void addGeometry(Frame frame) {
    GeometryType type = geometryType(frame.type);
    if (type == GeometryType.GEOMETRY_COLLECTION) {
      if (!frame.hasGeometries) {
        throw problem("the GeometryCollection has no \"geometries\"");
      }
      return;
    }
    if (frame.hasGeometries) {
      throw problem("there are \"geometries\" but the type is " + type.label());
    }
    if (!frame.hasCoordinates) {
      throw problem("the " + type.label() + " has no \"coordinates\"");
    }
    check(coordinates.addTo(table.geometry(), type));
  }

  private GeometryType geometryType(String type) {
    for (int code = 1; code <= GeometryType.GEOMETRY_COLLECTION.code(); code++) {
      if (GeometryType.ofCode(code).label().equals(type)) {
        return GeometryType.ofCode(code);
      }
    }
    throw problem(
        type.isEmpty()
            ? "the geometry has no \"type\""
            : "\"" + shortened(type) + "\" is no geometry type of GeoJSON");
  }

  private void key(byte[] utf8, int from, int to) {
    Frame frame = frames.getLast();
    if (frame.role == Role.PROPERTIES) {
      properties.key(utf8, from, to);
      return;
    }
    String key = new String(utf8, from, to - from, StandardCharsets.UTF_8);
    boolean document = frame.role == Role.DOCUMENT;
    boolean unknown = frame.type.isEmpty();
    boolean collection = document && (unknown || frame.type.equals("FeatureCollection"));
    boolean feature =
        frame.role == Role.FEATURE || document && (unknown || frame.type.equals("Feature"));
    boolean geometry =
        frame.role == Role.GEOMETRY
            || document && !frame.type.equals("FeatureCollection") && !frame.type.equals("Feature");
    frame.next =
        switch (key) {
          case "type" -> Role.TYPE;
          case "features" -> collection ? Role.FEATURES : Role.OTHER;
          case "geometry" -> feature ? Role.GEOMETRY : Role.OTHER;
          case "properties" -> feature ? Role.PROPERTIES : Role.OTHER;
          case "id" -> feature ? Role.ID : Role.OTHER;
          case "coordinates" -> geometry ? Role.COORDINATES : Role.OTHER;
          case "geometries" ->
              geometry && (unknown || frame.type.equals("GeometryCollection"))
                  ? Role.GEOMETRIES
                  : Role.OTHER;
          case "crs" -> document ? Role.CRS : Role.OTHER;
          case "name" -> collection ? Role.NAME : Role.OTHER;
          default -> Role.OTHER;
        };
  }

  private void type(String type) {
    Frame frame = frames.getLast();
    if (!frame.type.isEmpty() && !frame.type.equals(type)) {
      throw problem("the member \"type\" comes twice");
    }
    if (frame.role == Role.DOCUMENT) {
      if (type.equals("Topology")) {
        throw TerrellaException.unsupported(
            "\"" + fileName + "\" is TopoJSON, not GeoJSON; open it as TopoJSON.");
      }
      if (type.equals("Feature")) {
        feature++;
      } else if (!type.equals("FeatureCollection")) {
        feature++;
        geometryType(type);
      }
    }
    frame.type = type;
  }

  /** Whether the value to come belongs to an outermost object that has not told its type. */
  private boolean isLate() {
    Frame frame = frames.getLast();
    return frame.role == Role.DOCUMENT && frame.type.isEmpty();
  }

  private void replay(Frame frame, Role role, byte[] text) {
    if (text != null) {
      frame.next = role;
      frames.addLast(frame);
      JsonTokenizer inner = new JsonTokenizer(tokens);
      inner.feed(text, 0, text.length);
      inner.finish();
      frames.removeLast();
    }
  }

  private void startCapture(Role role) {
    captureRole = role;
    capture.reset();
    mode = Mode.CAPTURE;
  }

  private void endCaptureIfComplete() {
    if (!capture.isComplete()) {
      return;
    }
    mode = Mode.STRUCTURE;
    byte[] text = capture.text();
    switch (captureRole) {
      case PROPERTY -> properties.column().addJson(text, 0, capture.length());
      case CRS ->
          crs =
              GeoJsonCrs.read(
                  Json.parse(Arrays.copyOf(text, capture.length()), JsonTokenizer.DEFAULT_DEPTH));
      case GEOMETRY -> frames.getLast().lateGeometry = Arrays.copyOf(text, capture.length());
      case PROPERTIES -> frames.getLast().lateProperties = Arrays.copyOf(text, capture.length());
      default -> frames.getLast().lateGeometries = Arrays.copyOf(text, capture.length());
    }
  }

  private void skip() {
    mode = Mode.SKIP;
    skipDepth = 1;
  }

  private void endSkipped() {
    skipDepth--;
    if (skipDepth == 0) {
      mode = Mode.STRUCTURE;
    }
  }

  private void check(String trouble) {
    if (trouble != null) {
      throw problem(trouble);
    }
  }

  private TerrellaException wrongKind(Role role, String kind) {
    return problem(
        switch (role) {
          case DOCUMENT -> "the JSON text is " + kind + ", not a GeoJSON object";
          case FEATURES -> "\"features\" is " + kind + ", not an array";
          case FEATURE -> "a member of \"features\" is " + kind + ", not a Feature";
          case GEOMETRY -> "a geometry is " + kind + ", not an object";
          case GEOMETRIES -> "\"geometries\" is " + kind + ", not an array";
          case PROPERTIES -> "\"properties\" is " + kind + ", not an object";
          case COORDINATES -> "\"coordinates\" is " + kind + ", not an array";
          case TYPE -> "\"type\" is " + kind + ", not a string";
          default -> "\"id\" is " + kind + ", neither a string nor a number";
        });
  }

  private TerrellaException problem(String reason) {
    return TerrellaException.malformed(place() + ": " + reason + ".");
  }

  private String place() {
    return "\"" + fileName + "\"" + (feature > 0 ? ", feature " + feature : "");
  }

  private static String shortened(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }

  /** The tokenizer's side of the reader, kept out of its public face. */
  private final class Tokens implements JsonHandler {
    @Override
    public String place() {
      return GeoJsonReader.this.place();
    }

    @Override
    public void beginObject() {
      switch (mode) {
        case STRUCTURE -> GeoJsonReader.this.beginObject();
        case SKIP -> skipDepth++;
        case CAPTURE -> capture.beginObject();
        case COORDINATES -> throw problem("there is an object in the coordinates");
      }
    }

    @Override
    public void beginArray() {
      switch (mode) {
        case STRUCTURE -> GeoJsonReader.this.beginArray();
        case SKIP -> skipDepth++;
        case CAPTURE -> capture.beginArray();
        case COORDINATES -> check(coordinates.beginArray());
      }
    }

    @Override
    public void endObject() {
      switch (mode) {
        case SKIP -> endSkipped();
        case CAPTURE -> {
          capture.endObject();
          endCaptureIfComplete();
        }
        default -> GeoJsonReader.this.endObject();
      }
    }

    @Override
    public void endArray() {
      switch (mode) {
        case STRUCTURE -> frames.removeLast();
        case SKIP -> endSkipped();
        case CAPTURE -> {
          capture.endArray();
          endCaptureIfComplete();
        }
        case COORDINATES -> {
          check(coordinates.endArray());
          if (coordinates.isComplete()) {
            mode = Mode.STRUCTURE;
          }
        }
      }
    }

    @Override
    public void key(byte[] utf8, int from, int to) {
      if (mode == Mode.STRUCTURE) {
        GeoJsonReader.this.key(utf8, from, to);
      } else if (mode == Mode.CAPTURE) {
        capture.key(utf8, from, to);
      }
    }

    @Override
    public void number(byte[] ascii, int from, int to) {
      switch (mode) {
        case COORDINATES -> check(coordinates.number(DoubleText.parse(ascii, from, to)));
        case CAPTURE -> capture.number(ascii, from, to);
        case SKIP -> {}
        case STRUCTURE -> {
          Role role = expected();
          if (role == Role.PROPERTY) {
            properties.number(ascii, from, to);
          } else if (role == Role.ID) {
            frames.getLast().id = text(ascii, from, to);
          } else {
            scalar("a number");
          }
        }
      }
    }

    @Override
    public void string(byte[] utf8, int from, int to) {
      switch (mode) {
        case COORDINATES -> throw problem("there is text in the coordinates");
        case CAPTURE -> capture.string(utf8, from, to);
        case SKIP -> {}
        case STRUCTURE -> {
          switch (expected()) {
            case PROPERTY -> properties.column().addText(utf8, from, to);
            case ID -> frames.getLast().id = text(utf8, from, to);
            case TYPE -> type(text(utf8, from, to));
            case NAME -> name = to > from ? text(utf8, from, to) : name;
            default -> scalar("a string");
          }
        }
      }
    }

    @Override
    public void bool(boolean value) {
      switch (mode) {
        case COORDINATES -> throw problem("there is a truth value in the coordinates");
        case CAPTURE -> capture.bool(value);
        case SKIP -> {}
        case STRUCTURE -> {
          if (expected() == Role.PROPERTY) {
            properties.column().addBoolean(value);
          } else {
            scalar("a truth value");
          }
        }
      }
    }

    @Override
    public void nullValue() {
      switch (mode) {
        case COORDINATES -> throw problem("there is a null in the coordinates");
        case CAPTURE -> capture.nullValue();
        case SKIP -> {}
        case STRUCTURE -> {
          if (expected() == Role.PROPERTY) {
            properties.column().addNull();
          } else {
            scalar(null);
          }
        }
      }
    }

    private static String text(byte[] utf8, int from, int to) {
      return new String(utf8, from, to - from, StandardCharsets.UTF_8);
    }
  }
}
