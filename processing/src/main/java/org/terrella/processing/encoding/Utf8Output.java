package org.terrella.processing.encoding;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import org.terrella.exact.DoubleText;
import org.terrella.text.Utf8;

/** Text in UTF-8, given to a sink in pieces of some 64 KiB. {@link #flush} must end the writing. */
public final class Utf8Output {
  private static final int CAPACITY = 1 << 16;
  private static final String HEX = "0123456789abcdef";

  private final ByteSink sink;
  private final byte[] buffer = new byte[CAPACITY];
  private int length;

  public Utf8Output(ByteSink sink) {
    this.sink = sink;
  }

  /** All bytes that {@code writing} puts out, in one array. */
  public static byte[] collect(Consumer<ByteSink> writing) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    writing.accept((bytes, from, to) -> all.write(bytes, from, to - from));
    return all.toByteArray();
  }

  public void put(char ascii) {
    reserve(1);
    buffer[length++] = (byte) ascii;
  }

  public void put(String text) {
    byte[] utf8 = Utf8.encode(text);
    put(utf8, 0, utf8.length);
  }

  public void put(byte[] utf8, int from, int to) {
    if (to - from > CAPACITY) {
      flush();
      sink.write(utf8, from, to);
      return;
    }
    reserve(to - from);
    System.arraycopy(utf8, from, buffer, length, to - from);
    length += to - from;
  }

  /** The shortest text of a number. */
  public void put(double value) {
    reserve(DoubleText.MAX_LENGTH);
    length = DoubleText.write(value, buffer, length);
  }

  /** UTF-8 text as a JSON string with its quotes. */
  public void putJsonString(byte[] utf8, int from, int to) {
    put('"');
    for (int i = from; i < to; i++) {
      byte b = utf8[i];
      if (b == '"' || b == '\\') {
        put('\\');
        put((char) b);
      } else if (b >= 0 && b < 0x20) {
        put("\\u00");
        put(HEX.charAt(b >> 4));
        put(HEX.charAt(b & 15));
      } else {
        reserve(1);
        buffer[length++] = b;
      }
    }
    put('"');
  }

  public void flush() {
    if (length > 0) {
      sink.write(buffer, 0, length);
      length = 0;
    }
  }

  private void reserve(int bytes) {
    if (length + bytes > CAPACITY) {
      flush();
    }
  }
}
