package org.terrella.webapp.panel;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.file.File;

/** Files from the person's machine: chosen, or dropped on the page. */
public final class FileChooser {
  private FileChooser() {}

  /** Takes files. */
  @JSFunctor
  public interface Taken extends JSObject {
    void files(JSArray<File> files);
  }

  /** Opens the browser's own dialog. */
  @JSBody(
      params = "taken",
      script =
          "const input = document.createElement('input');"
              + "input.type = 'file'; input.multiple = true; input.hidden = true;"
              + "input.setAttribute('aria-label', 'Files');"
              + "input.addEventListener('change', () => { taken([...input.files]);"
              + "  input.remove(); });"
              + "input.addEventListener('cancel', () => input.remove());"
              + "document.body.appendChild(input);"
              + "input.click();")
  public static native void choose(Taken taken);

  /**
   * Takes files that are dropped on the page, and marks the page meanwhile; those dropped on an
   * element with {@code data-stores-files} are only stored.
   */
  @JSBody(
      params = {"page", "taken", "stored"},
      script =
          "let depth = 0;"
              + "const holds = event => event.dataTransfer"
              + "  && [...event.dataTransfer.types].includes('Files');"
              + "const mark = () => page.classList.toggle('dropping', depth > 0);"
              + "addEventListener('dragenter', event => { if (holds(event)) { depth++; mark(); } });"
              + "addEventListener('dragleave', event => { if (holds(event)) {"
              + "  depth = Math.max(0, depth - 1); mark(); } });"
              + "addEventListener('dragover', event => { if (holds(event)) event.preventDefault(); });"
              + "addEventListener('drop', event => {"
              + "  if (!holds(event)) return;"
              + "  event.preventDefault(); depth = 0; mark();"
              + "  const files = [...event.dataTransfer.files];"
              + "  if (event.target.closest && event.target.closest('[data-stores-files]'))"
              + "    stored(files);"
              + "  else taken(files);"
              + "});")
  public static native void acceptDrops(HTMLElement page, Taken taken, Taken stored);
}
