package org.terrella.interop.shared;

import org.teavm.jso.JSClass;
import org.teavm.jso.JSModule;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.JSTopLevel;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSString;
import org.teavm.jso.core.JSUndefined;
import org.teavm.jso.typedarrays.Uint8Array;

/**
 * Maps in IndexedDB. Each method happens as a whole or not at all, and answers within a second. An
 * error named {@code NewerError} says that a newer version of the application wrote there.
 */
public interface Journal extends JSObject {
  /** What is kept of a map; where nothing is, {@code seed}, unless that is null, becomes it. */
  JSPromise<Kept> load(String path, Uint8Array seed);

  JSPromise<JSUndefined> append(String path, Uint8Array update);

  /** Puts a snapshot in the place of the old one and of the updates up to {@code last}. */
  JSPromise<JSUndefined> compact(String path, Uint8Array snapshot, double last);

  /** Notes the mark of a text before the map's file gets it. */
  JSPromise<JSUndefined> announce(String path, String mark);

  JSPromise<JSUndefined> move(String path, String to);

  JSPromise<JSUndefined> remove(String path);

  /**
   * Keeps a version; one without label that follows the last within {@code apart} ms replaces it.
   */
  JSPromise<JSUndefined> addVersion(
      String path, double time, String label, String text, double apart);

  /** Oldest first. */
  JSPromise<JSArrayReader<Version>> versions(String path);

  /** The text of a version, or null. */
  JSPromise<JSString> version(String path, double id);

  /** What is kept of a map. */
  interface Kept extends JSObject {
    @JSProperty
    Uint8Array getSnapshot();

    @JSProperty
    JSArrayReader<Uint8Array> getUpdates();

    /** Names the newest update; 0 when there is none. */
    @JSProperty
    double getLast();

    /** Marks of the texts that were last meant for the map's file. */
    @JSProperty
    JSArrayReader<JSString> getTexts();
  }

  /** An earlier version of a map; {@code time} in milliseconds since 1970, size in characters. */
  interface Version extends JSObject {
    @JSProperty
    double getId();

    @JSProperty
    double getTime();

    @JSProperty
    String getLabel();

    @JSProperty
    double getSize();
  }

  /** Opens it. */
  @JSClass
  abstract class Opener implements JSObject {
    /** Fails within a second where a page has no such database, or none that answers. */
    @JSTopLevel
    @JSModule("terrella:journal")
    public static native JSPromise<Journal> openJournal();

    /** A short mark that tells texts apart. */
    @JSTopLevel
    @JSModule("terrella:journal")
    public static native String markOf(String text);
  }
}
