package org.terrella.document.model;

import java.util.ArrayList;
import java.util.List;
import org.terrella.exact.DoubleText;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonBoolean;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;

/**
 * QGIS's elements {@code Option} as JSON: maps, lists, texts, numbers; systems by their code.
 * Values of any other type become {@code {"unsupported": type}}.
 */
final class Variant {
  static final String UNSUPPORTED = "unsupported";

  private Variant() {}

  static JsonValue of(XmlElement option) {
    String type = option.attribute("type", "invalid");
    String value = option.attribute("value", "");
    return switch (type) {
      case "Map" -> map(option);
      case "List", "StringList" -> list(option);
      case "QString", "QChar" -> new JsonString(value);
      case "bool" -> JsonBoolean.of(value.equals("true") || value.equals("1"));
      case "int", "uint", "long", "ulong", "longlong", "ulonglong", "double" -> number(value);
      case "QgsCoordinateReferenceSystem" -> system(option);
      case "invalid" -> JsonNull.NULL;
      default -> JsonObject.of().with(UNSUPPORTED, type);
    };
  }

  private static JsonObject map(XmlElement option) {
    JsonObject map = JsonObject.of();
    for (XmlElement child : option.children()) {
      map = map.with(child.attribute("name", ""), of(child));
    }
    return map;
  }

  private static JsonArray list(XmlElement option) {
    List<JsonValue> items = new ArrayList<>();
    for (XmlElement child : option.children()) {
      items.add(of(child));
    }
    return JsonArray.of(items);
  }

  private static JsonValue number(String text) {
    double value = DoubleText.parseOrNaN(text.trim());
    return Double.isNaN(value) ? JsonNull.NULL : JsonNumber.of(value);
  }

  private static JsonValue system(XmlElement option) {
    XmlElement code = option.find("authid");
    return code == null ? JsonNull.NULL : new JsonString(code.text().toString().trim());
  }
}
