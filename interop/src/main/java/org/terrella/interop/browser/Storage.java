package org.terrella.interop.browser;

import org.teavm.jso.JSClass;
import org.teavm.jso.JSModule;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.JSTopLevel;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSUndefined;
import org.teavm.jso.file.Blob;

/** The browser's storage as a tree of files; paths are relative and separated by "/". */
public interface Storage extends JSObject {
  /** {@code opfs}, {@code indexeddb}, or {@code memory}, which ends with the page. */
  @JSProperty
  String getKind();

  JSPromise<JSArrayReader<Entry>> list();

  /** The file's content, or null when there is no such file. */
  JSPromise<Blob> read(String path);

  /** Creates the file and its folders, or replaces the file as a whole. */
  JSPromise<JSUndefined> write(String path, JSObject blob);

  JSPromise<JSUndefined> remove(String path);

  /** One file; {@code modified} in milliseconds since 1970. */
  interface Entry extends JSObject {
    @JSProperty
    String getPath();

    @JSProperty
    double getSize();

    @JSProperty
    double getModified();
  }

  /** Opens what this page may use. */
  @JSClass
  abstract class Opener implements JSObject {
    @JSTopLevel
    @JSModule("terrella:storage")
    public static native JSPromise<Storage> openStorage();
  }
}
