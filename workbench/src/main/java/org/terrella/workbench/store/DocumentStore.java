package org.terrella.workbench.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.teavm.jso.JSBody;
import org.teavm.jso.typedarrays.Uint8Array;
import org.terrella.document.DocumentDifference;
import org.terrella.document.Edit;
import org.terrella.document.JgisReader;
import org.terrella.document.MapDocument;
import org.terrella.document.Section;
import org.terrella.interop.shared.SharedMap;
import org.terrella.workbench.Tasks;

/**
 * The open document and its past. Every change is an {@link Edit}; it becomes a transaction of a
 * shared document, on which undo, the journal and other tabs are further peers. What they change
 * comes back as a new snapshot.
 */
public final class DocumentStore {
  private static final double MERGE_MILLIS = 800;

  private final List<Listener> listeners = new ArrayList<>();
  private SharedMap shared;
  private Consumer<Uint8Array> keeper = update -> {};
  private MapDocument document = MapDocument.empty("");
  private MapDocument told = document;
  private String path = "";
  private boolean takingOver;
  private boolean stepping;
  private double lastEdit;
  private Edit lastKind;

  /** Hears of every new document. */
  @FunctionalInterface
  public interface Listener {
    void changed(MapDocument before, MapDocument after);
  }

  public DocumentStore() {
    renew();
  }

  public void listen(Listener listener) {
    listeners.add(listener);
  }

  /** Hears of documents in which one of these sections changed, or the layer tree. */
  public void listenTo(List<Section> sections, Runnable listener) {
    listen(
        (before, after) -> {
          DocumentDifference difference = DocumentDifference.between(before, after);
          boolean concerned = difference.treeChanged();
          for (Section section : sections) {
            concerned |= !difference.changes(section).isEmpty();
          }
          if (concerned) {
            listener.run();
          }
        });
  }

  public MapDocument document() {
    return document;
  }

  /** The document's file in the workspace; empty when it has none yet. */
  public String path() {
    return path;
  }

  /** Opens another document, which nothing keeps yet; its past begins anew. */
  public void open(MapDocument newDocument, String newPath) {
    shared.end();
    renew();
    takeOver(List.of(SharedMap.Factory.seedUpdate(SharedChanges.of(newDocument))));
    path = newPath;
    document = newDocument;
    tell();
  }

  /**
   * Opens the document that kept updates make; its past begins anew.
   *
   * @return what was wrong with it
   * @throws RuntimeException when the updates cannot be read; then nothing was opened
   */
  List<String> open(List<Uint8Array> updates, String newPath) {
    SharedMap old = shared;
    Consumer<Uint8Array> oldKeeper = keeper;
    renew();
    JgisReader.Result read;
    try {
      takeOver(updates);
      read = SharedChanges.document(shared.content());
    } catch (RuntimeException unreadable) {
      shared.end();
      shared = old;
      keeper = oldKeeper;
      throw unreadable;
    }
    old.end();
    path = newPath;
    document = read.document();
    tell();
    return read.problems();
  }

  /** Hands every update that is made here to {@code newKeeper}, from now on. */
  void keepWith(Consumer<Uint8Array> newKeeper) {
    keeper = newKeeper;
  }

  /** The shared document, for its journal and its channel. */
  SharedMap shared() {
    return shared;
  }

  /** Takes over an update of another tab. */
  void take(Uint8Array update) {
    shared.take(update);
  }

  /** Changes the document; equal edits in quick succession become one step of undo. */
  public void apply(Edit edit) {
    MapDocument after = edit.apply(document);
    double time = now();
    boolean merges =
        edit instanceof Edit.ReplaceLayer now
            && lastKind instanceof Edit.ReplaceLayer last
            && now.label().equals(last.label())
            && now.layer().id().equals(last.layer().id())
            && shared.redoLabel().isEmpty()
            && time - lastEdit < MERGE_MILLIS;
    lastEdit = time;
    lastKind = edit;
    DocumentDifference difference = DocumentDifference.between(document, after);
    document = after;
    if (!difference.isEmpty()) {
      shared.edit(SharedChanges.of(difference), edit.label(), merges);
    }
    tell();
  }

  /** Changes the document without a step of undo, for what the person did not do. */
  public void amend(Edit edit) {
    become(edit.apply(document));
  }

  /** Makes {@code after} the document, without a step of undo. */
  void become(MapDocument after) {
    DocumentDifference difference = DocumentDifference.between(document, after);
    document = after;
    if (!difference.isEmpty()) {
      shared.amend(SharedChanges.of(difference));
    }
    tell();
  }

  /** Makes {@code after} the document, as one step of undo. */
  public void replace(MapDocument after, String label) {
    lastKind = null;
    DocumentDifference difference = DocumentDifference.between(document, after);
    document = after;
    if (!difference.isEmpty()) {
      shared.edit(SharedChanges.of(difference), label, false);
    }
    tell();
  }

  /** What undo would take back; empty when there is nothing. */
  public String undoLabel() {
    return shared.undoLabel();
  }

  public String redoLabel() {
    return shared.redoLabel();
  }

  /** Takes the last step back; false when there is none. */
  public boolean undo() {
    stepping = true;
    boolean done = shared.undo();
    stepping = false;
    tell();
    return done;
  }

  /** Does the last undone step again; false when there is none. */
  public boolean redo() {
    stepping = true;
    boolean done = shared.redo();
    stepping = false;
    tell();
    return done;
  }

  /** The document's file has another path now. */
  void movedTo(String newPath) {
    path = newPath;
    refresh();
  }

  /** Tells all listeners, though the document did not change: what is told about it did. */
  void refresh() {
    for (Listener listener : List.copyOf(listeners)) {
      listener.changed(told, document);
    }
  }

  private void renew() {
    keeper = update -> {};
    SharedMap.Changed changed = this::changed;
    SharedMap.Made made = update -> keeper.accept(update);
    shared = SharedMap.Factory.createShared(changed, made);
    lastKind = null;
  }

  private void takeOver(List<Uint8Array> updates) {
    takingOver = true;
    try {
      for (Uint8Array update : updates) {
        shared.take(update);
      }
    } finally {
      takingOver = false;
    }
  }

  /** Undo, redo or another tab changed the shared document. Nothing here may wait. */
  private void changed(String change) {
    if (takingOver) {
      return;
    }
    document = SharedChanges.difference(change).applyTo(document);
    lastKind = null;
    if (!stepping) {
      Tasks.start(this::tell, failure -> failure.printStackTrace());
    }
  }

  private void tell() {
    MapDocument before = told;
    told = document;
    for (Listener listener : List.copyOf(listeners)) {
      listener.changed(before, told);
    }
  }

  @JSBody(script = "return performance.now();")
  private static native double now();
}
