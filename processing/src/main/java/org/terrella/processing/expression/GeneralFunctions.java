package org.terrella.processing.expression;

import org.terrella.error.TerrellaException;

/** Functions of expressions themselves, and of variables. */
final class GeneralFunctions {
  private GeneralFunctions() {}

  static void addTo(Functions functions) {
    functions.addVarying(
        "eval",
        "expression",
        "The value of a text that is an expression.",
        (call, out) -> {
          if (call.has(0)) {
            out.set(evaluate(call, call.text(0)));
          }
        });
    functions.addVarying(
        "eval_template",
        "template",
        "A text with the expressions between [% and %] replaced by their values.",
        GeneralFunctions::template);
    functions.addLazy(
        "with_variable",
        "name value expression",
        "The value of an expression in which a variable has a value.",
        (call, out) -> {
          call.binding(0).set(call.value(1));
          out.set(call.again(2));
        });
    functions.add(
        "var",
        "name",
        "The value of a variable, by its name without @.",
        (call, out) -> {
          throw call.failed("the name must be text in quotes");
        });
    functions.add(
        "mime_type",
        "binary_data",
        "The kind of file that bytes begin like.",
        (call, out) -> out.set(mimeType(ConversionFunctions.bytes(call, 0))));
  }

  static Value evaluate(Call call, String text) {
    try {
      return call.scope().evaluate(text, call.row());
    } catch (EvaluationException failure) {
      throw failure;
    } catch (TerrellaException unreadable) {
      throw call.failed(unreadable.getMessage());
    }
  }

  private static void template(Call call, Value out) {
    if (!call.has(0)) {
      return;
    }
    String text = call.text(0);
    StringBuilder all = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int start = text.indexOf("[%", at);
      int end = start < 0 ? -1 : text.indexOf("%]", start);
      if (end < 0) {
        break;
      }
      all.append(text, at, start).append(evaluate(call, text.substring(start + 2, end)).text());
      at = end + 2;
    }
    out.set(all.append(text, at, text.length()).toString());
  }

  private static String mimeType(byte[] bytes) {
    String[] marks = {
      "89504e47 image/png",
      "ffd8ff image/jpeg",
      "47494638 image/gif",
      "25504446 application/pdf",
      "49492a00 image/tiff",
      "4d4d002a image/tiff",
      "504b0304 application/zip",
      "1f8b application/gzip",
      "424d image/bmp",
      "3c3f786d6c application/xml",
      "53514c69746520666f726d6174 application/vnd.sqlite3"
    };
    for (String mark : marks) {
      int blank = mark.indexOf(' ');
      boolean same = bytes.length * 2 >= blank;
      for (int i = 0; i < blank && same; i += 2) {
        same = (bytes[i / 2] & 0xFF) == Integer.parseInt(mark.substring(i, i + 2), 16);
      }
      if (same) {
        return mark.substring(blank + 1);
      }
    }
    for (byte each : bytes) {
      if (each >= 0 && each < 9) {
        return "application/octet-stream";
      }
    }
    return "text/plain";
  }
}
