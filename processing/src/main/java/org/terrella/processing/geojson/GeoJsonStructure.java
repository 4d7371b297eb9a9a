package org.terrella.processing.geojson;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.terrella.error.TerrellaException;
import org.terrella.json.Json;
import org.terrella.json.JsonTokenizer;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.GeometryType;
import org.terrella.processing.feature.TableBuilder;

/** Follows the structure of GeoJSON: knows what each member means and fills the table. */
final class GeoJsonStructure {
  final CoordinateBuffer coordinates = new CoordinateBuffer();
  final JsonCapture capture = new JsonCapture();
  final PropertyColumns properties;
  Mode mode = Mode.STRUCTURE;
  private final TableBuilder table;
  private final Deque<Frame> frames = new ArrayDeque<>();
  private final String fileName;
  private String name;
  private Crs crs = Crs.WGS84;
  private int feature;
  private int skipDepth;
  private Role captureRole;

  /** What the reader does with the tokens that come. */
  enum Mode {
    STRUCTURE,
    SKIP,
    CAPTURE,
    COORDINATES
  }

  GeoJsonStructure(String fileName) {
    this.fileName = fileName;
    this.name = fileName;
    this.table = new TableBuilder(fileName);
    this.properties = new PropertyColumns(table);
  }

  FeatureTable table() {
    properties.checkSize();
    return table.crs(crs).build().withName(name);
  }

  void id(String id) {
    frames.getLast().id = id;
  }

  void name(String newName) {
    name = newName.isEmpty() ? name : newName;
  }

  void nested() {
    skipDepth++;
  }

  void endArray() {
    frames.removeLast();
  }

  Role expected() {
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

  void beginObject() {
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

  void beginArray() {
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
  void scalar(String kind) {
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

  void endObject() {
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

  void key(byte[] utf8, int from, int to) {
    Frame frame = frames.getLast();
    if (frame.role == Role.PROPERTIES) {
      properties.key(utf8, from, to);
      return;
    }
    String key = Vocabulary.text(utf8, from, to);
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

  void type(String type) {
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
      JsonTokenizer inner = new JsonTokenizer(new GeoJsonTokens(this));
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

  void endCaptureIfComplete() {
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

  void endSkipped() {
    skipDepth--;
    if (skipDepth == 0) {
      mode = Mode.STRUCTURE;
    }
  }

  void check(String trouble) {
    if (trouble != null) {
      throw problem(trouble);
    }
  }

  private TerrellaException wrongKind(Role role, String kind) {
    return problem(role.refusal(kind));
  }

  TerrellaException problem(String reason) {
    return TerrellaException.malformed(place() + ": " + reason + ".");
  }

  String place() {
    return "\"" + fileName + "\"" + (feature > 0 ? ", feature " + feature : "");
  }

  private static String shortened(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
