package org.terrella.workbench.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSString;
import org.teavm.jso.file.Blob;
import org.teavm.jso.typedarrays.Uint8Array;
import org.terrella.document.JgisReader;
import org.terrella.document.MapDocument;
import org.terrella.error.TerrellaException;
import org.terrella.interop.browser.Blobs;
import org.terrella.interop.browser.BrowserException;
import org.terrella.interop.browser.Promises;
import org.terrella.interop.shared.Journal;
import org.terrella.interop.shared.SharedMap;
import org.terrella.interop.shared.TabChannel;
import org.terrella.workbench.Tasks;
import org.terrella.workbench.message.Messages;
import org.terrella.workbench.workspace.Workspace;

/**
 * Opens maps and keeps the open one: in the journal at once, in its file after a pause, and the
 * same in all tabs that have it open. All public methods wait, so call them in coroutines.
 */
public final class Maps {
  /** Where maps lie unless they are put elsewhere. */
  public static final String FOLDER = "maps/";

  /** Larger documents would make the page stand still; their data belong into files. */
  public static final int LARGEST = 8_000_000;

  private final DocumentStore store;
  private final Workspace workspace;
  private final Messages messages;
  private final List<Consumer<SaveState>> listeners = new ArrayList<>();
  private Runnable beforeFile = () -> {};
  private Journal journal;
  private String noJournal = "";
  private MapKeeper keeper;
  private TabChannel channel;
  private SaveState state = new SaveState(SaveState.Kind.MEMORY, "");
  private String told = "";

  public Maps(DocumentStore store, Workspace workspace, Messages messages) {
    this.store = store;
    this.workspace = workspace;
    this.messages = messages;
    whenHidden(() -> Tasks.start(this::writeIfKept, failure -> failure.printStackTrace()));
  }

  /** Amends, before its file is written, what the map should remember. */
  public void beforeFile(Runnable newBeforeFile) {
    beforeFile = newBeforeFile;
  }

  public void listen(Consumer<SaveState> listener) {
    listeners.add(listener);
  }

  public SaveState state() {
    return state;
  }

  /** Whether there is a map at this path. */
  public boolean exists(String path) {
    return workspace.exists(path) || kept(path) != null;
  }

  /**
   * Opens a map of the workspace.
   *
   * @return what was wrong with it, each with its JSON path
   */
  public List<String> open(String path) {
    leave();
    Journal.Kept kept = kept(path);
    if (kept != null) {
      List<Uint8Array> updates = updates(kept);
      try {
        List<String> problems = new ArrayList<>(store.open(updates, path));
        keep(path);
        takeFile(path, kept, problems);
        return problems;
      } catch (BrowserException unreadable) {
        setAside(path);
      }
    }
    JgisReader.Result read = readFile(path);
    if (journal == null) {
      store.open(read.document(), path);
    } else {
      Uint8Array seed = SharedMap.Factory.seedUpdate(SharedChanges.of(read.document()));
      Journal.Kept first = Promises.await(journal.load(path, seed));
      store.open(updates(first), path);
    }
    keep(path);
    keeper.alreadyWritten(store.document());
    return read.problems();
  }

  /** Begins a new map at a path that has none. */
  public void create(MapDocument document, String path) {
    leave();
    journal();
    store.open(document, path);
    settle(path);
  }

  /**
   * Shows a map that is nowhere yet; it gets a place, {@code folder/title}, with its first change.
   */
  public void show(MapDocument document) {
    leave();
    store.open(document, "");
    tell(new SaveState(SaveState.Kind.MEMORY, ""));
    boolean[] begun = {false};
    store.keepWith(
        update -> {
          if (!begun[0]) {
            begun[0] = true;
            Tasks.start(
                () -> {
                  journal();
                  settle(freePath(store.document().title()));
                },
                failure -> messages.error(failure.getMessage(), failure.code()));
          }
        });
  }

  /** A path for a map of this title that nothing has yet. */
  public String freePath(String title) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < title.length() && name.length() < 60; i++) {
      char c = title.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        name.append(Character.toLowerCase(c));
      } else if (name.length() > 0 && name.charAt(name.length() - 1) != '-') {
        name.append('-');
      }
    }
    while (name.length() > 0 && name.charAt(name.length() - 1) == '-') {
      name.setLength(name.length() - 1);
    }
    String stem = FOLDER + (name.length() == 0 ? "map" : name.toString());
    String path = stem + ".jGIS";
    for (int n = 2; exists(path); n++) {
      path = stem + "-" + n + ".jGIS";
    }
    return path;
  }

  /**
   * Writes the map's file now.
   *
   * @param wanted another path for it, under which work goes on; empty for its own
   * @return its path
   */
  public String save(String wanted) {
    String path = wanted.isEmpty() ? store.path() : wanted;
    if (path.isEmpty()) {
      path = freePath(store.document().title());
    }
    if (keeper == null || !path.equals(store.path())) {
      leave();
      if (journal() != null) {
        String replaced = path;
        await(() -> journal.remove(replaced));
      }
      settle(path);
    } else if (!keeper.writeFile("Saved")) {
      throw new TerrellaException(
          "not-saved",
          "The map could not be written to " + path + ". " + state.reason() + " Download it.");
    }
    return path;
  }

  /** Gives a map another path, open or not. */
  public void rename(String path, String to) {
    boolean open = path.equals(store.path());
    if (open) {
      keeper.writeFile("");
    }
    workspace.rename(path, to);
    moveKept(path, to);
    if (open) {
      channel.send("moved", utf8(to));
      follow(to);
    }
  }

  private void moveKept(String path, String to) {
    if (journal() != null) {
      await(() -> journal.move(path, to));
    }
  }

  /** Deletes a map; {@link #restore} brings it back by the path that this gives. */
  public String delete(String path) {
    String trash = Workspace.TRASH + (long) now() + "/" + path;
    if (path.equals(store.path())) {
      keeper.writeFile("");
      channel.send("deleted", utf8(path));
      leave();
    }
    workspace.rename(path, trash);
    moveKept(path, trash);
    return trash;
  }

  /** Brings a deleted map back, under its old path where that is free. */
  public String restore(String trash) {
    String old = trash.substring(trash.indexOf('/', Workspace.TRASH.length()) + 1);
    String path = workspace.free(old);
    workspace.rename(trash, path);
    moveKept(trash, path);
    return path;
  }

  /** An earlier version of a map; {@code time} in milliseconds since 1970, size in characters. */
  public record Version(double id, double time, String label, int size) {}

  /** The versions of a map, newest first. */
  public List<Version> versions(String path) {
    List<Version> versions = new ArrayList<>();
    if (journal() != null) {
      JSArrayReader<Journal.Version> kept = Promises.await(journal.versions(path));
      for (int i = kept.getLength() - 1; i >= 0; i--) {
        Journal.Version version = kept.get(i);
        versions.add(
            new Version(
                version.getId(), version.getTime(), version.getLabel(), (int) version.getSize()));
      }
    }
    return versions;
  }

  /** A version of a map. */
  public JgisReader.Result version(String path, double id) {
    JSString text = journal() == null ? null : Promises.await(journal.version(path, id));
    if (text == null) {
      throw TerrellaException.notFound("The map has no version " + (long) id + ".");
    }
    return JgisReader.read(text.stringValue());
  }

  private void settle(String path) {
    if (journal != null) {
      Uint8Array all = store.shared().updateSince(null);
      await(() -> journal.load(path, all));
    }
    store.movedTo(path);
    keep(path);
    keeper.writeFile("");
  }

  /** From now on changes are kept, and sent to other tabs. */
  private void keep(String path) {
    keeper = new MapKeeper(store, workspace, journal, path, beforeFile, this::tell);
    connect(path);
    MapKeeper own = keeper;
    store.keepWith(
        update -> {
          own.made(update);
          if (channel != null) {
            channel.send("update", update);
          }
        });
    if (journal == null && workspace.kind().equals("memory")) {
      own.give(
          "This page may not store anything"
              + (noJournal.isEmpty() ? "" : " (" + noJournal + ")")
              + ". Download the map before you close it.");
    } else {
      tell(SaveState.SAVED);
    }
  }

  private void connect(String path) {
    TabChannel.Listener listener =
        (kind, bytes, newer) -> {
          if (newer) {
            keeper.give(
                "A newer version of Terrella has this map open in another tab. Reload this page to"
                    + " go on with it.");
            return;
          }
          switch (kind) {
            case "hello" -> channel.send("update", store.shared().updateSince(bytes));
            case "update" -> store.take(bytes);
            case "moved" -> {
              String to = text(bytes);
              Tasks.start(() -> follow(to), failure -> failure.printStackTrace());
            }
            case "deleted" -> keeper.give("The map was deleted in another tab.");
            default -> {
              return;
            }
          }
        };
    channel = TabChannel.Opener.openChannel(path, listener);
    channel.send("hello", store.shared().vector());
  }

  private void follow(String path) {
    channel.close();
    keeper.movedTo(path);
    store.movedTo(path);
    connect(path);
  }

  /** Brings the open map to safety and stops keeping it. */
  private void leave() {
    if (keeper != null) {
      keeper.writeFile("");
      keeper.end();
      keeper = null;
    }
    if (channel != null) {
      channel.close();
      channel = null;
    }
    store.keepWith(update -> {});
  }

  private void writeIfKept() {
    if (keeper != null) {
      keeper.writeFile("");
    }
  }

  /** The journal, or null; why there is none is then in {@link #noJournal}. */
  private Journal journal() {
    if (journal == null) {
      try {
        journal = Promises.await(Journal.Opener.openJournal());
      } catch (BrowserException failure) {
        noJournal = failure.getMessage();
      }
    }
    return journal;
  }

  private Journal.Kept kept(String path) {
    if (journal() == null) {
      return null;
    }
    try {
      return Promises.await(journal.load(path, null));
    } catch (BrowserException failure) {
      if (failure.name().equals("NewerError")) {
        throw new TerrellaException(
            "newer-version",
            "A newer version of Terrella wrote " + path + ". Reload the page to open it.",
            failure);
      }
      throw Tasks.known(failure);
    }
  }

  private static List<Uint8Array> updates(Journal.Kept kept) {
    List<Uint8Array> updates = new ArrayList<>();
    updates.add(kept.getSnapshot());
    for (int i = 0; i < kept.getUpdates().getLength(); i++) {
      updates.add(kept.getUpdates().get(i));
    }
    return updates;
  }

  /** Takes over what another program did to the file since it was written here. */
  private void takeFile(String path, Journal.Kept kept, List<String> problems) {
    if (!workspace.exists(path)) {
      keeper.writeFile("");
      return;
    }
    String text = textOf(path);
    String mark = Journal.Opener.markOf(text);
    for (int i = 0; i < kept.getTexts().getLength(); i++) {
      if (kept.getTexts().get(i).stringValue().equals(mark)) {
        return;
      }
    }
    JgisReader.Result read;
    try {
      read = JgisReader.read(text);
    } catch (TerrellaException unreadable) {
      // Written over, what someone wrote there would be lost; the map itself is whole in the
      // journal.
      String aside = workspace.free(path + ".unreadable");
      workspace.rename(path, aside);
      messages.warn(
          path + " cannot be read any more and is " + aside + " now; the map is as it was kept.");
      keeper.writeFile("");
      return;
    }
    problems.clear();
    problems.addAll(read.problems());
    if (!read.document().equals(store.document())) {
      keeper.writeFile("");
      store.become(read.document());
    }
  }

  private void setAside(String path) {
    String aside = path + " (unreadable " + (long) now() + ")";
    await(() -> journal.move(path, aside));
    messages.warn(
        "What was kept of "
            + path
            + " since its file was written cannot be read. It was put aside, and the file opened.");
  }

  private JgisReader.Result readFile(String path) {
    try {
      return JgisReader.read(textOf(path));
    } catch (TerrellaException failure) {
      throw failure.getMessage().contains(path)
          ? failure
          : new TerrellaException(failure.code(), path + ": " + failure.getMessage(), failure);
    }
  }

  private String textOf(String path) {
    Blob blob = workspace.read(path);
    checkSize(path, blob.getSize());
    return Blobs.text(blob);
  }

  /** Refuses documents that are too large to be edited. */
  public static void checkSize(String name, double size) {
    if (size > LARGEST) {
      throw new TerrellaException(
          "too-large",
          name
              + " has "
              + (long) (size / 1_000_000)
              + " MB; map documents are opened up to "
              + LARGEST / 1_000_000
              + " MB. Keep data in files beside the map instead of inside it.");
    }
  }

  private void tell(SaveState newState) {
    state = newState;
    boolean bad =
        newState.kind() == SaveState.Kind.FAILED || newState.kind() == SaveState.Kind.MEMORY;
    if (!bad) {
      told = "";
    } else if (!newState.reason().isEmpty() && !told.equals(newState.reason())) {
      told = newState.reason();
      messages.error("Changes are not kept. " + told, "not-saved");
    }
    for (Consumer<SaveState> listener : List.copyOf(listeners)) {
      listener.accept(newState);
    }
  }

  /** Makes a promise when it is called. */
  @FunctionalInterface
  private interface Asked {
    JSPromise<? extends JSObject> ask();
  }

  private static void await(Asked asked) {
    try {
      Promises.await(asked.ask());
    } catch (BrowserException failure) {
      throw Tasks.known(failure);
    }
  }

  /** What happens when the page is hidden. */
  @JSFunctor
  private interface Hidden extends JSObject {
    void now();
  }

  @JSBody(
      params = "hidden",
      script =
          "document.addEventListener('visibilitychange',"
              + " () => document.visibilityState === 'hidden' && hidden());")
  private static native void whenHidden(Hidden hidden);

  @JSBody(script = "return Date.now();")
  private static native double now();

  @JSBody(params = "text", script = "return new TextEncoder().encode(text);")
  private static native Uint8Array utf8(String text);

  @JSBody(params = "bytes", script = "return new TextDecoder().decode(bytes);")
  private static native String text(Uint8Array bytes);
}
