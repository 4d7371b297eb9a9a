package org.terrella.document.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.terrella.error.TerrellaException;
import org.terrella.text.Ascii;

/**
 * An element of XML. Comments, instructions and a document type without declarations are passed
 * over; entities other than XML's own five are refused, as is what is not well-formed.
 *
 * @param text all character data that are directly inside
 */
record XmlElement(
    String name, Map<String, String> attributes, List<XmlElement> children, StringBuilder text) {
  private static final int DEEPEST = 100;

  /** The root element of a document. */
  static XmlElement parse(String xml) {
    return new Reader(xml).read();
  }

  String attribute(String key, String whenMissing) {
    return attributes.getOrDefault(key, whenMissing);
  }

  /** The first element of this name inside, this one included; null when there is none. */
  XmlElement find(String wanted) {
    if (name.equals(wanted)) {
      return this;
    }
    for (XmlElement child : children) {
      XmlElement found = child.find(wanted);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static XmlElement named(String name) {
    return new XmlElement(name, new LinkedHashMap<>(), new ArrayList<>(), new StringBuilder());
  }

  private static final class Reader {
    private final String xml;
    private final List<XmlElement> open = new ArrayList<>();
    private int at;

    Reader(String xml) {
      this.xml = xml;
    }

    XmlElement read() {
      XmlElement top = named("");
      open.add(top);
      while (at < xml.length()) {
        XmlElement inner = open.get(open.size() - 1);
        int tag = xml.indexOf('<', at);
        int end = tag < 0 ? xml.length() : tag;
        inner.text.append(unescaped(xml.substring(at, end)));
        at = end;
        if (tag >= 0) {
          markup(inner);
        }
      }
      if (open.size() > 1) {
        throw wrong("<" + open.get(open.size() - 1).name + "> is never closed");
      }
      if (top.children.size() != 1) {
        throw wrong("there must be one root element");
      }
      return top.children.get(0);
    }

    private void markup(XmlElement inner) {
      if (xml.startsWith("<!--", at)) {
        skip("-->");
      } else if (xml.startsWith("<?", at)) {
        skip("?>");
      } else if (xml.startsWith("<![CDATA[", at)) {
        int from = at + 9;
        skip("]]>");
        inner.text.append(xml, from, at - 3);
      } else if (xml.startsWith("<!", at)) {
        int from = at;
        skip(">");
        if (xml.substring(from, at).indexOf('[') >= 0) {
          throw wrong("it declares entities");
        }
      } else if (xml.startsWith("</", at)) {
        at += 2;
        String name = name();
        space();
        demand('>');
        if (open.size() == 1 || !inner.name.equals(name)) {
          throw wrong("</" + name + "> closes nothing");
        }
        open.remove(open.size() - 1);
      } else {
        at++;
        element(inner);
      }
    }

    private void element(XmlElement inner) {
      XmlElement element = named(name());
      inner.children.add(element);
      space();
      while (at < xml.length() && xml.charAt(at) != '>' && xml.charAt(at) != '/') {
        String key = name();
        space();
        demand('=');
        space();
        char quote = at < xml.length() ? xml.charAt(at) : ' ';
        if (quote != '"' && quote != '\'') {
          throw wrong("an attribute has no quotes");
        }
        int from = ++at;
        skip(String.valueOf(quote));
        element.attributes.put(key, unescaped(xml.substring(from, at - 1)));
        space();
      }
      if (at < xml.length() && xml.charAt(at) == '/') {
        at++;
      } else {
        open.add(element);
      }
      demand('>');
      if (open.size() > DEEPEST) {
        throw wrong("elements nest deeper than " + DEEPEST);
      }
    }

    private String name() {
      int from = at;
      while (at < xml.length()) {
        char c = xml.charAt(at);
        if (!Ascii.isLetterOrDigit(c) && c != '_' && c != '-' && c != ':' && c != '.' && c < 128) {
          break;
        }
        at++;
      }
      if (at == from) {
        throw wrong("a name is missing");
      }
      return xml.substring(from, at);
    }

    private void space() {
      while (at < xml.length() && xml.charAt(at) <= ' ') {
        at++;
      }
    }

    private void demand(char c) {
      if (at >= xml.length() || xml.charAt(at) != c) {
        throw wrong(c + " is missing");
      }
      at++;
    }

    private void skip(String end) {
      int found = xml.indexOf(end, at);
      if (found < 0) {
        throw wrong(end + " is missing");
      }
      at = found + end.length();
    }

    private String unescaped(String text) {
      if (text.indexOf('&') < 0) {
        return text;
      }
      StringBuilder plain = new StringBuilder();
      for (int i = 0; i < text.length(); i++) {
        int end = text.charAt(i) == '&' ? text.indexOf(';', i) : i;
        if (end < 0) {
          throw wrong("an entity is cut off");
        }
        if (end == i) {
          plain.append(text.charAt(i));
        } else {
          plain.append(entity(text.substring(i + 1, end)));
          i = end;
        }
      }
      return plain.toString();
    }

    private String entity(String name) {
      if (name.startsWith("#")) {
        return number(name);
      }
      return switch (name) {
        case "lt" -> "<";
        case "gt" -> ">";
        case "amp" -> "&";
        case "quot" -> "\"";
        case "apos" -> "'";
        default -> throw wrong("the entity &" + name + "; is not XML's own");
      };
    }

    private String number(String name) {
      boolean hex = name.startsWith("#x");
      int code = 0;
      for (int i = hex ? 2 : 1; i < name.length(); i++) {
        int digit = Ascii.hexDigit(name.charAt(i));
        if (digit < 0 || !hex && digit > 9 || code > 0x10ffff) {
          throw wrong("&" + name + "; is no character");
        }
        code = code * (hex ? 16 : 10) + digit;
      }
      if (code == 0 || code > 0x10ffff) {
        throw wrong("&" + name + "; is no character");
      }
      return code < 0x10000
          ? String.valueOf((char) code)
          : new String(
              new char[] {
                (char) (0xd800 + (code - 0x10000 >> 10)), (char) (0xdc00 + (code & 0x3ff))
              });
    }

    private TerrellaException wrong(String what) {
      int line = 1;
      for (int i = 0; i < Math.min(at, xml.length()); i++) {
        line += xml.charAt(i) == '\n' ? 1 : 0;
      }
      return TerrellaException.malformed(
          "The XML is not well-formed: " + what + ", line " + line + ".");
    }
  }
}
