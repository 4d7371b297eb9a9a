package org.terrella.interop.browser;

import org.teavm.jso.JSClass;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSModule;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSTopLevel;

/** The object {@code terrella} on the page. */
public interface Scripting extends JSObject {
  /** Resolves {@code terrella.ready}. */
  void opened();

  /** Tells listeners of an event; the detail as JSON. */
  void emit(String event, String json);

  /** Gives the descriptions of all commands, as JSON. */
  @JSFunctor
  interface Describe extends JSObject {
    String json();
  }

  /** Runs a command and returns what cancels it. */
  @JSFunctor
  interface Run extends JSObject {
    Cancel run(String id, String args, Progress progress, Done done, Failed failed);
  }

  /** Cancels a command. */
  @JSFunctor
  interface Cancel extends JSObject {
    void cancel();
  }

  /** Hears progress from 0 to 1. */
  @JSFunctor
  interface Progress extends JSObject {
    void at(double fraction, String text);
  }

  /** Hears the result, as JSON. */
  @JSFunctor
  interface Done extends JSObject {
    void with(String json);
  }

  /** Hears why the command failed. */
  @JSFunctor
  interface Failed extends JSObject {
    void because(String code, String message);
  }

  /** Puts the object on the page. */
  @JSClass
  abstract class Installer implements JSObject {
    @JSTopLevel
    @JSModule("terrella:scripting")
    public static native Scripting installScripting(String version, Describe describe, Run run);
  }
}
