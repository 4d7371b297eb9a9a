package org.terrella.processing.expression;

import java.util.Base64;
import org.terrella.exact.DoubleText;
import org.terrella.processing.engine.Sha256;
import org.terrella.processing.expression.Value.Kind;
import org.terrella.text.Utf8;

/** Functions from one kind of value to another. */
final class ConversionFunctions {
  private ConversionFunctions() {}

  static void addTo(Functions functions) {
    functions.add("to_int", "value", "A value as a whole number.", ConversionFunctions::toInt);
    functions.add("to_real", "value", "A value as a number.", (call, out) -> out.set(call.real(0)));
    functions.add("to_string", "value", "A value as text.", (call, out) -> out.set(call.text(0)));
    functions.add(
        "to_dm",
        "value axis precision [formatting]",
        "A coordinate as degrees and minutes.",
        (call, out) -> degrees(call, out, false));
    functions.add(
        "to_dms",
        "value axis precision [formatting]",
        "A coordinate as degrees, minutes and seconds.",
        (call, out) -> degrees(call, out, true));
    functions.add(
        "to_decimal",
        "value",
        "A text in degrees, minutes and seconds as a number of degrees.",
        ConversionFunctions::toDecimal);
    functions.add(
        "to_base64",
        "value",
        "Bytes, or a text's UTF-8, as base64.",
        (call, out) -> out.set(Base64.getEncoder().encodeToString(bytes(call, 0))));
    functions.add(
        "from_base64",
        "string",
        "The bytes that base64 stands for.",
        ConversionFunctions::fromBase64);
    functions.add(
        "md5",
        "string",
        "The MD5 checksum of a text, in hexadecimal digits.",
        (call, out) -> out.set(Digests.md5(bytes(call, 0))));
    functions.add(
        "sha256",
        "string",
        "The SHA-256 checksum of a text, in hexadecimal digits.",
        (call, out) -> out.set(Sha256.hex(bytes(call, 0))));
    functions.add(
        "hash",
        "string method",
        "A checksum of a text: 'md5', 'sha1' or 'sha256'.",
        ConversionFunctions::hash);
  }

  /** Real numbers are rounded; text must be a whole number. */
  private static void toInt(Call call, Value out) {
    if (call.value(0).kind() == Kind.TEXT && call.number(0).kind() == Kind.REAL) {
      throw call.refused(0, "a whole number");
    }
    if (call.value(0).kind() == Kind.REAL) {
      // Halves up, as Qt rounds.
      out.set(Math.floor(call.real(0) + 0.5));
      call.value(0).set(out.real());
    }
    out.set(call.whole(0));
  }

  static byte[] bytes(Call call, int index) {
    Value value = call.value(index);
    return value.kind() == Kind.BINARY ? value.bytes() : Utf8.encode(value.text());
  }

  private static void fromBase64(Call call, Value out) {
    try {
      out.set(Base64.getDecoder().decode(call.text(0).trim()));
    } catch (IllegalArgumentException malformed) {
      throw call.refused(0, "base64");
    }
  }

  private static void hash(Call call, Value out) {
    byte[] bytes = bytes(call, 0);
    switch (TextCase.lower(call.text(1))) {
      case "md5" -> out.set(Digests.md5(bytes));
      case "sha1" -> out.set(Digests.sha1(bytes));
      case "sha256" -> out.set(Sha256.hex(bytes));
      default ->
          throw call.failed(
              "there is no method '" + call.text(1) + "' here, only md5, sha1 and sha256");
    }
  }

  /** Formatting: left out or 'suffix' adds N, E, S, W; 'aligned' zeros, too; '' a sign. */
  private static void degrees(Call call, Value out, boolean seconds) {
    double value = call.real(0);
    String axis = TextCase.lower(call.text(1));
    int precision = call.small(2);
    String formatting = call.has(3) ? TextCase.lower(call.text(3)) : "";
    if (!axis.equals("x") && !axis.equals("y")) {
      throw call.failed("the axis must be 'x' or 'y', not '" + call.text(1) + "'");
    } else if (precision < 0 || precision > 20) {
      throw call.failed("there can be 0 to 20 decimal places");
    } else if (!formatting.isEmpty()
        && !formatting.equals("suffix")
        && !formatting.equals("aligned")) {
      throw call.failed("the formatting must be 'suffix' or 'aligned', not '" + formatting + "'");
    }
    boolean x = axis.equals("x");
    if (x) {
      value = wrapped(value);
    }
    double size = Math.abs(value);
    double whole = Math.floor(size);
    double minutes = (size - whole) * 60;
    double floor = Math.floor(minutes);
    String last = NumberFormat.fixed(seconds ? (minutes - floor) * 60 : minutes, precision);
    if (last.startsWith("60")) {
      last = NumberFormat.fixed(0, precision);
      floor++;
    }
    if (seconds ? floor >= 60 : last.startsWith("0") && floor > minutes) {
      floor = 0;
      whole++;
    }
    boolean zero = whole == 0 && floor == 0 && !hasDigit(last);
    boolean aligned = formatting.equals("aligned");
    StringBuilder all = new StringBuilder();
    if (formatting.isEmpty() && value < 0 && !zero) {
      all.append('-');
    }
    padded(all, DoubleText.write(whole), 0).append('°');
    if (seconds) {
      padded(all, DoubleText.write(floor), aligned ? 2 : 0).append('′');
    }
    padded(all, last, aligned ? precision > 0 ? precision + 3 : 2 : 0);
    all.append(seconds ? '″' : '′');
    if (!formatting.isEmpty() && !zero && !(x && whole == 180 && floor == 0 && !hasDigit(last))) {
      all.append(x ? value < 0 ? 'W' : 'E' : value < 0 ? 'S' : 'N');
    }
    out.set(all.toString());
  }

  private static double wrapped(double value) {
    double turned = value % 360;
    return turned > 180 ? turned - 360 : turned < -180 ? turned + 360 : turned;
  }

  private static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '1' && text.charAt(i) <= '9') {
        return true;
      }
    }
    return false;
  }

  private static StringBuilder padded(StringBuilder out, String text, int width) {
    for (int i = text.length(); i < width; i++) {
      out.append('0');
    }
    return out.append(text);
  }

  /** Up to three numbers, with a sign before or a letter before or behind. */
  private static void toDecimal(Call call, Value out) {
    String text = call.text(0).trim();
    double sum = 0;
    double unit = 1;
    int count = 0;
    boolean negative = false;
    for (int i = 0; i < text.length(); ) {
      char c = text.charAt(i);
      int end = i;
      while (end < text.length() && ("0123456789.".indexOf(text.charAt(end)) >= 0)) {
        end++;
      }
      if (end > i) {
        double number = DoubleText.parseOrNaN(text.substring(i, end));
        if (number != number || ++count > 3 || count > 1 && number >= 60) {
          return;
        }
        sum += number * unit;
        unit /= 60;
        i = end;
      } else {
        negative |= c == '-' && count == 0 || "SsWw".indexOf(c) >= 0;
        if ("SsWwNnEe-+ °º'\"′″’”,:".indexOf(c) < 0) {
          return;
        }
        i++;
      }
    }
    if (count > 0) {
      out.set(negative ? -sum : sum);
    }
  }
}
