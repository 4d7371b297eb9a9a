package org.terrella.interop.shared;

import org.teavm.jso.JSClass;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSModule;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSTopLevel;
import org.teavm.jso.typedarrays.Uint8Array;

/** The way to other tabs that have the same map open. */
public interface TabChannel extends JSObject {
  /** Sends a message of a kind to all others. */
  void send(String kind, Uint8Array bytes);

  void close();

  /** Hears messages of others. */
  @JSFunctor
  interface Listener extends JSObject {
    /** {@code newer}: the sender is a newer version, whose messages are not understood. */
    void heard(String kind, Uint8Array bytes, boolean newer);
  }

  /** Opens channels. */
  @JSClass
  abstract class Opener implements JSObject {
    @JSTopLevel
    @JSModule("terrella:tabs")
    public static native TabChannel openChannel(String path, Listener listener);
  }
}
