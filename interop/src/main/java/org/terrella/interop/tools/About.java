package org.terrella.interop.tools;

import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.file.Blob;

/** What maps say of themselves: who made them, under which licence, and how they are cited. */
public interface About extends JSObject {
  /** Metadata with changes, all JSON: {@code {title, about}}, or {@code {problem}}. */
  String changedAbout(String metadata, String changes);

  /** What a map document says of itself, as JSON; see the command {@code document:about}. */
  String toldAbout(String map);

  /** Why a text names no licence; empty when it does. */
  String licenceProblem(String id);

  /** A form for what {@link #toldAbout} gives. */
  Form aboutForm(String told);

  /** What {@link #toldAbout} gives, to be read. */
  HTMLElement aboutCard(String told);

  /**
   * A file with a credit in it, or null where its format has no place for one.
   *
   * @param format extension
   * @param credit JSON: {@code {attribution, license}}
   */
  JSPromise<Blob> credited(Blob file, String format, String credit);

  /** A form that says at its fields what is wrong. */
  interface Form extends JSObject {
    @JSProperty
    HTMLElement getElement();

    /** The changes, as JSON. */
    String value();

    /** Whether all is right; if not, goes to what is wrong. */
    boolean isRight();
  }
}
