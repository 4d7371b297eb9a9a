package org.terrella.processing.encoding;

/** Takes the pieces of a file as they are written. */
public interface ByteSink {
  /** Takes {@code bytes[from]} to {@code bytes[to - 1]}, which are only valid during the call. */
  void write(byte[] bytes, int from, int to);
}
