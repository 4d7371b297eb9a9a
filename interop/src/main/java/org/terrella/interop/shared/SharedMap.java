package org.terrella.interop.shared;

import org.teavm.jso.JSClass;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSModule;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSTopLevel;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.typedarrays.Uint8Array;

/**
 * A map as a Yjs document. Changes are JSON: {@code {sections: {NAME: {set: {KEY: VALUE}, removed:
 * [KEY]}}, layerTree?: […]}}; updates are bytes in Yjs's encoding, version 1.
 */
public interface SharedMap extends JSObject {
  /** Makes a change that can be undone under this name; {@code merge}: with the last one. */
  void edit(String changes, String name, boolean merge);

  /** Makes a change that cannot be undone. */
  void amend(String changes);

  /** Whether there was something to take back. */
  boolean undo();

  boolean redo();

  /** Name of what undo would take back, or empty. */
  String undoLabel();

  String redoLabel();

  /** Takes over an update that was made elsewhere. */
  void take(Uint8Array update);

  /** What this document knows, for {@link #updateSince} of another. */
  Uint8Array vector();

  /** What a document with this state vector lacks; everything, when it is null. */
  Uint8Array updateSince(Uint8Array vector);

  /** All of the content, as one change. */
  String content();

  void end();

  /** Hears a change that others, undo or redo made. */
  @JSFunctor
  interface Changed extends JSObject {
    void by(String changes);
  }

  /** Hears the update of every change that was made here. */
  @JSFunctor
  interface Made extends JSObject {
    void update(Uint8Array update);
  }

  /** Makes them. */
  @JSClass
  abstract class Factory implements JSObject {
    @JSTopLevel
    @JSModule("terrella:shared")
    public static native SharedMap createShared(Changed changed, Made made);

    /** The update that gives an empty document this content. */
    @JSTopLevel
    @JSModule("terrella:shared")
    public static native Uint8Array seedUpdate(String changes);

    /** One update that does what all of these do. */
    @JSTopLevel
    @JSModule("terrella:shared")
    public static native Uint8Array mergeUpdates(JSArray<Uint8Array> updates);
  }
}
