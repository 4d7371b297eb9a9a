package org.terrella.workbench.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.teavm.jso.JSBody;
import org.terrella.document.Edit;
import org.terrella.document.MapDocument;

/** The open document and its past. Every change is an {@link Edit}. */
public final class DocumentStore {
  private static final int STEPS = 200;
  private static final double MERGE_MILLIS = 800;

  private final List<Listener> listeners = new ArrayList<>();
  private final Deque<Step> undo = new ArrayDeque<>();
  private final Deque<Step> redo = new ArrayDeque<>();
  private MapDocument document = MapDocument.empty("");
  private String path = "";
  private boolean dirty;
  private double lastEdit;

  private record Step(String label, MapDocument before) {}

  /** Hears of every new document. */
  @FunctionalInterface
  public interface Listener {
    void changed(MapDocument before, MapDocument after);
  }

  public void listen(Listener listener) {
    listeners.add(listener);
  }

  public MapDocument document() {
    return document;
  }

  /** The document's file in the workspace; empty when it has none yet. */
  public String path() {
    return path;
  }

  /** Whether there are changes that the file does not have. */
  public boolean isDirty() {
    return dirty;
  }

  /** Opens another document; its past begins anew. */
  public void open(MapDocument newDocument, String newPath) {
    undo.clear();
    redo.clear();
    path = newPath;
    dirty = false;
    become(newDocument);
  }

  /** Changes the document; equal edits in quick succession become one step of undo. */
  public void apply(Edit edit) {
    MapDocument after = edit.apply(document);
    double time = now();
    boolean merges =
        !undo.isEmpty()
            && redo.isEmpty()
            && edit instanceof Edit.ReplaceLayer
            && undo.peek().label().equals(edit.label())
            && time - lastEdit < MERGE_MILLIS;
    if (!merges) {
      undo.push(new Step(edit.label(), document));
      if (undo.size() > STEPS) {
        undo.removeLast();
      }
    }
    lastEdit = time;
    redo.clear();
    dirty = true;
    become(after);
  }

  /** Changes the document without a step of undo, for what the person did not do. */
  public void amend(Edit edit) {
    dirty = true;
    become(edit.apply(document));
  }

  /** What undo would take back; empty when there is nothing. */
  public String undoLabel() {
    return undo.isEmpty() ? "" : undo.peek().label();
  }

  public String redoLabel() {
    return redo.isEmpty() ? "" : redo.peek().label();
  }

  /** Takes the last step back; false when there is none. */
  public boolean undo() {
    return step(undo, redo);
  }

  /** Does the last undone step again; false when there is none. */
  public boolean redo() {
    return step(redo, undo);
  }

  /** The document's file has another path now. */
  public void movedTo(String newPath) {
    path = newPath;
    become(document);
  }

  /** The file now has this document. */
  public void saved(String newPath, MapDocument written) {
    path = newPath;
    dirty = document != written;
    become(document);
  }

  private boolean step(Deque<Step> from, Deque<Step> to) {
    if (from.isEmpty()) {
      return false;
    }
    Step step = from.pop();
    to.push(new Step(step.label(), document));
    dirty = true;
    become(step.before());
    return true;
  }

  private void become(MapDocument after) {
    MapDocument before = document;
    document = after;
    for (Listener listener : List.copyOf(listeners)) {
      listener.changed(before, after);
    }
  }

  @JSBody(script = "return performance.now();")
  private static native double now();
}
