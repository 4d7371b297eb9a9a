package org.terrella.processing.geojson;

import org.terrella.exact.DoubleText;
import org.terrella.json.JsonHandler;
import org.terrella.text.Utf8;

/** Hands each token to who takes it now: the structure, the coordinates, a capture, or nobody. */
final class GeoJsonTokens implements JsonHandler {
  private final GeoJsonStructure structure;

  GeoJsonTokens(GeoJsonStructure structure) {
    this.structure = structure;
  }

  @Override
  public String place() {
    return structure.place();
  }

  @Override
  public void beginObject() {
    switch (structure.mode) {
      case STRUCTURE -> structure.beginObject();
      case SKIP -> structure.nested();
      case CAPTURE -> structure.capture.beginObject();
      case COORDINATES -> throw structure.problem("there is an object in the coordinates");
    }
  }

  @Override
  public void beginArray() {
    switch (structure.mode) {
      case STRUCTURE -> structure.beginArray();
      case SKIP -> structure.nested();
      case CAPTURE -> structure.capture.beginArray();
      case COORDINATES -> structure.check(structure.coordinates.beginArray());
    }
  }

  @Override
  public void endObject() {
    switch (structure.mode) {
      case SKIP -> structure.endSkipped();
      case CAPTURE -> {
        structure.capture.endObject();
        structure.endCaptureIfComplete();
      }
      default -> structure.endObject();
    }
  }

  @Override
  public void endArray() {
    switch (structure.mode) {
      case STRUCTURE -> structure.endArray();
      case SKIP -> structure.endSkipped();
      case CAPTURE -> {
        structure.capture.endArray();
        structure.endCaptureIfComplete();
      }
      case COORDINATES -> {
        structure.check(structure.coordinates.endArray());
        if (structure.coordinates.isComplete()) {
          structure.mode = GeoJsonStructure.Mode.STRUCTURE;
        }
      }
    }
  }

  @Override
  public void key(byte[] utf8, int from, int to) {
    if (structure.mode == GeoJsonStructure.Mode.STRUCTURE) {
      structure.key(utf8, from, to);
    } else if (structure.mode == GeoJsonStructure.Mode.CAPTURE) {
      structure.capture.key(utf8, from, to);
    }
  }

  @Override
  public void number(byte[] ascii, int from, int to) {
    switch (structure.mode) {
      case COORDINATES ->
          structure.check(structure.coordinates.number(DoubleText.parse(ascii, from, to)));
      case CAPTURE -> structure.capture.number(ascii, from, to);
      case SKIP -> {}
      case STRUCTURE -> {
        Role role = structure.expected();
        if (role == Role.PROPERTY) {
          structure.properties.number(ascii, from, to);
        } else if (role == Role.ID) {
          structure.id(text(ascii, from, to));
        } else {
          structure.scalar("a number");
        }
      }
    }
  }

  @Override
  public void string(byte[] utf8, int from, int to) {
    switch (structure.mode) {
      case COORDINATES -> throw structure.problem("there is text in the coordinates");
      case CAPTURE -> structure.capture.string(utf8, from, to);
      case SKIP -> {}
      case STRUCTURE -> {
        switch (structure.expected()) {
          case PROPERTY -> structure.properties.column().addText(utf8, from, to);
          case ID -> structure.id(text(utf8, from, to));
          case TYPE -> structure.type(Vocabulary.text(utf8, from, to));
          case NAME -> structure.name(text(utf8, from, to));
          default -> structure.scalar("a string");
        }
      }
    }
  }

  @Override
  public void bool(boolean value) {
    switch (structure.mode) {
      case COORDINATES -> throw structure.problem("there is a truth value in the coordinates");
      case CAPTURE -> structure.capture.bool(value);
      case SKIP -> {}
      case STRUCTURE -> {
        if (structure.expected() == Role.PROPERTY) {
          structure.properties.column().addBoolean(value);
        } else {
          structure.scalar("a truth value");
        }
      }
    }
  }

  @Override
  public void nullValue() {
    switch (structure.mode) {
      case COORDINATES -> throw structure.problem("there is a null in the coordinates");
      case CAPTURE -> structure.capture.nullValue();
      case SKIP -> {}
      case STRUCTURE -> {
        if (structure.expected() == Role.PROPERTY) {
          structure.properties.column().addNull();
        } else {
          structure.scalar(null);
        }
      }
    }
  }

  private static String text(byte[] utf8, int from, int to) {
    return Utf8.decode(utf8, from, to);
  }
}
