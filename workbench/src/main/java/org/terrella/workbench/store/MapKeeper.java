package org.terrella.workbench.store;

import java.util.function.Consumer;
import org.teavm.jso.JSBody;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSUndefined;
import org.teavm.jso.typedarrays.Uint8Array;
import org.terrella.document.JgisWriter;
import org.terrella.document.MapDocument;
import org.terrella.error.TerrellaException;
import org.terrella.interop.browser.BrowserException;
import org.terrella.interop.browser.Promises;
import org.terrella.interop.shared.Journal;
import org.terrella.interop.shared.SharedMap;
import org.terrella.workbench.Tasks;
import org.terrella.workbench.workspace.Workspace;

/**
 * Keeps the open map. Every update goes to the journal within a moment; after a pause the map's
 * file is written, and the version remembered. What fails stays in memory and is tried again.
 */
final class MapKeeper {
  private static final int WITHOUT_JOURNAL_MILLIS = 300;
  private static final int PAUSE_MILLIS = 3000;
  private static final int RETRY_MILLIS = 3000;
  private static final int MOST_UPDATES = 200;

  /** Versions closer than this are one, unless they have names. */
  private static final double VERSION_MILLIS = 60_000;

  private final DocumentStore store;
  private final Workspace workspace;
  private final Journal journal;
  private final Runnable beforeFile;
  private final Consumer<SaveState> listener;
  private final Timer retry = new Timer(this::append);
  private final Timer file = new Timer(() -> writeFile(""));
  private String path;
  private JSArray<Uint8Array> pending = new JSArray<>();
  private boolean writing;
  private boolean writingFile;
  private boolean ended;

  /** The last try failed; the next one comes by the clock. */
  private boolean failing;

  private int appended;
  private MapDocument written;

  /**
   * A keeper of the open map.
   *
   * @param journal null where the browser has none; then the file alone keeps the map
   * @param beforeFile amends what a file has and the journal need not have, such as the view
   */
  MapKeeper(
      DocumentStore store,
      Workspace workspace,
      Journal journal,
      String path,
      Runnable beforeFile,
      Consumer<SaveState> listener) {
    this.store = store;
    this.workspace = workspace;
    this.journal = journal;
    this.path = path;
    this.beforeFile = beforeFile;
    this.listener = listener;
  }

  /** The map was changed here; this is the update. */
  void made(Uint8Array update) {
    if (ended) {
      return;
    }
    tell(SaveState.SAVING);
    if (journal == null) {
      file.after(WITHOUT_JOURNAL_MILLIS);
      return;
    }
    pending.push(update);
    if (!failing) {
      append();
    }
    file.after(PAUSE_MILLIS);
  }

  /** The file has this document. */
  void alreadyWritten(MapDocument document) {
    written = document;
  }

  void movedTo(String newPath) {
    path = newPath;
  }

  /** Writes nothing any more. */
  void end() {
    ended = true;
    retry.stop();
    file.stop();
  }

  /** Writes nothing any more, because of {@code reason}; editing goes on in memory. */
  void give(String reason) {
    end();
    tell(new SaveState(SaveState.Kind.MEMORY, reason));
  }

  /**
   * Brings what is pending to the journal. It begins at once, without waiting for a coroutine: the
   * page may be closed the next moment.
   */
  private void append() {
    if (writing || ended || pending.getLength() == 0) {
      return;
    }
    writing = true;
    JSArray<Uint8Array> batch = pending;
    pending = new JSArray<>();
    Uint8Array update =
        batch.getLength() == 1 ? batch.get(0) : SharedMap.Factory.mergeUpdates(batch);
    JSPromise<JSUndefined> done = journal.append(path, update);
    Tasks.start(
        () -> {
          try {
            Promises.await(done);
            appended++;
            failing = false;
          } catch (BrowserException failure) {
            pending = concat(batch, pending);
            failed(failure);
            return;
          } finally {
            writing = false;
          }
          if (pending.getLength() == 0) {
            tell(SaveState.SAVED);
          } else {
            append();
          }
          if (appended > MOST_UPDATES) {
            compact();
          }
        },
        failure -> failure.printStackTrace());
  }

  /** Waits until nothing is on its way to the journal; tries again what failed before. */
  private void flush() {
    if (journal == null) {
      return;
    }
    append();
    sleepWhile(() -> writing);
  }

  /**
   * One snapshot in the place of many updates, those of other tabs among them; what they wrote
   * after it was read stays.
   */
  private void compact() {
    appended = 0;
    try {
      Journal.Kept kept = Promises.await(journal.load(path, null));
      if (kept == null) {
        return;
      }
      for (int i = 0; i < kept.getUpdates().getLength(); i++) {
        store.take(kept.getUpdates().get(i));
      }
      Promises.await(journal.compact(path, store.shared().updateSince(null), kept.getLast()));
    } catch (BrowserException failure) {
      // The log is whole without it, only longer; the next update says what is wrong, if it lasts.
      appended = MOST_UPDATES / 2;
    }
  }

  /** Remembers the map as it is by a name, and leaves its file alone; waits. */
  void remember(String label) {
    if (journal != null && !ended) {
      try {
        Promises.await(
            journal.addVersion(
                path, now(), label, JgisWriter.write(store.document()), VERSION_MILLIS));
      } catch (BrowserException failure) {
        failed(failure);
      }
    }
  }

  /**
   * Brings the map to its file and remembers the version; waits.
   *
   * @param label a name for the version; empty for one among many
   * @return whether the file now has the map
   */
  boolean writeFile(String label) {
    if (ended) {
      return false;
    }
    if (writingFile) {
      sleepWhile(() -> writingFile);
    }
    writingFile = true;
    try {
      beforeFile.run();
      flush();
      MapDocument document = store.document();
      if (document.equals(written) && label.isEmpty()) {
        return true;
      }
      String text = JgisWriter.write(document);
      if (journal != null) {
        // The file may be written and this page be gone: the mark tells then that it is ours.
        Promises.await(journal.announce(path, Journal.Opener.markOf(text)));
      }
      workspace.writeText(path, text);
      written = document;
      if (journal != null) {
        Promises.await(journal.addVersion(path, now(), label, text, VERSION_MILLIS));
      }
      if (pending.getLength() == 0) {
        tell(SaveState.SAVED);
      }
      return true;
    } catch (BrowserException failure) {
      failed(failure);
      return false;
    } finally {
      writingFile = false;
    }
  }

  private void failed(BrowserException failure) {
    switch (failure.name()) {
      case "NewerError" ->
          give("A newer version of Terrella works on this map. Reload the page to go on with it.");
      case "NotFoundError" -> give("The map was deleted in another tab.");
      default -> {
        TerrellaException known = Tasks.known(failure);
        tell(new SaveState(SaveState.Kind.FAILED, known.getMessage()));
        failing = true;
        retry.after(RETRY_MILLIS);
        file.after(RETRY_MILLIS);
      }
    }
  }

  private void tell(SaveState state) {
    listener.accept(state);
  }

  private static JSArray<Uint8Array> concat(JSArray<Uint8Array> first, JSArray<Uint8Array> then) {
    JSArray<Uint8Array> all = new JSArray<>();
    for (int i = 0; i < first.getLength(); i++) {
      all.push(first.get(i));
    }
    for (int i = 0; i < then.getLength(); i++) {
      all.push(then.get(i));
    }
    return all;
  }

  /** What is waited for. */
  @FunctionalInterface
  private interface Busy {
    boolean still();
  }

  private static void sleepWhile(Busy busy) {
    while (busy.still()) {
      try {
        Thread.sleep(10);
      } catch (InterruptedException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }

  @JSBody(script = "return Date.now();")
  private static native double now();
}
