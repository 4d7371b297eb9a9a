package org.terrella.workbench.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.typedarrays.Uint8Array;
import org.terrella.document.JgisReader;
import org.terrella.document.MapDocument;
import org.terrella.error.TerrellaException;
import org.terrella.interop.shared.Journal;
import org.terrella.interop.shared.SharedMap;
import org.terrella.text.Ascii;
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

  private static final int LONGEST_NAME = 60;

  private final DocumentStore store;
  private final Workspace workspace;
  private final Messages messages;
  private final MapShelf shelf;
  private final List<Consumer<SaveState>> listeners = new ArrayList<>();
  private Runnable beforeFile = () -> {};
  private MapKeeper keeper;
  private TabLink tabs;
  private SaveState state = new SaveState(SaveState.Kind.MEMORY, "");
  private String told = "";

  public Maps(DocumentStore store, Workspace workspace, Messages messages) {
    this.store = store;
    this.workspace = workspace;
    this.messages = messages;
    shelf = new MapShelf(workspace);
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
    return shelf.has(path);
  }

  /**
   * Opens a map of the workspace.
   *
   * @return what was wrong with it, each with its JSON path
   */
  public List<String> open(String path) {
    Journal.Kept kept = shelf.kept(path);
    if (kept != null) {
      try {
        leave();
        List<String> problems = new ArrayList<>(store.open(MapShelf.updates(kept), path));
        keep(path, List.of());
        takeFile(path, kept, problems);
        return problems;
      } catch (RuntimeException unreadable) {
        setAside(path);
      }
    }
    String text;
    JgisReader.Result read;
    try {
      text = shelf.text(path);
      read = MapShelf.read(path, text);
    } catch (RuntimeException unreadable) {
      stay();
      throw unreadable;
    }
    leave();
    List<Uint8Array> meanwhile = List.of();
    if (shelf.journal() == null) {
      store.open(read.document(), path);
    } else {
      Uint8Array seed = SharedMap.Factory.seedUpdate(SharedChanges.of(read.document()));
      store.open(MapShelf.updates(shelf.begin(path, seed)), path);
      meanwhile = gather();
      shelf.announce(path, text);
    }
    keep(path, meanwhile);
    if (meanwhile.isEmpty()) {
      keeper.alreadyWritten(store.document());
    }
    return read.problems();
  }

  /** Begins a new map at a path that has none. */
  public void create(MapDocument document, String path) {
    leave();
    store.open(document, path);
    settle(path);
  }

  /**
   * Shows a map that is nowhere yet; it gets a place, named by its title, with its first change.
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
                () -> settle(freePath(store.document().title())),
                failure -> messages.error(failure.getMessage(), failure.code()));
          }
        });
  }

  /** À; what comes before it in Unicode is no letter but those of ASCII. */
  private static final char FIRST_FOREIGN_LETTER = 0xC0;

  /** A path for a map of this title that nothing has yet. */
  public String freePath(String title) {
    StringBuilder name = new StringBuilder();
    String lower = title.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length() && name.length() < LONGEST_NAME; i++) {
      char c = lower.charAt(i);
      if (Ascii.isLetterOrDigit(c) || c >= FIRST_FOREIGN_LETTER) {
        name.append(c);
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
      shelf.forget(path);
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
    boolean open = keeper != null && path.equals(store.path());
    if (open) {
      keeper.writeFile("");
    }
    workspace.rename(path, to);
    shelf.move(path, to);
    if (open) {
      tabs.sendMoved(to);
      follow(to);
    }
  }

  /** Deletes a map; {@link #restore} brings it back by the path that this gives. */
  public String delete(String path) {
    String trash = Workspace.TRASH + (long) now() + "/" + path;
    if (keeper != null && path.equals(store.path())) {
      keeper.writeFile("");
      tabs.sendDeleted();
      leave();
    }
    workspace.rename(path, trash);
    shelf.move(path, trash);
    return trash;
  }

  /** Brings a deleted map back, under its old path where that is free. */
  public String restore(String trash) {
    if (!trash.startsWith(Workspace.TRASH)) {
      throw TerrellaException.invalid("\"" + trash + "\" is not what a deleted map is called.");
    }
    String old = trash.substring(trash.indexOf('/', Workspace.TRASH.length()) + 1);
    String path = workspace.free(old);
    workspace.rename(trash, path);
    shelf.move(trash, path);
    return path;
  }

  /** An earlier version of a map; {@code time} in milliseconds since 1970, size in characters. */
  public record Version(double id, double time, String label, int size) {}

  /** The versions of a map, newest first. */
  public List<Version> versions(String path) {
    return shelf.versions(path);
  }

  /** A version of a map. */
  public JgisReader.Result version(String path, double id) {
    return shelf.version(path, id);
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

  /** Gives the open document a place, and keeps it there. */
  private void settle(String path) {
    List<Uint8Array> meanwhile = gather();
    if (shelf.journal() != null) {
      shelf.begin(path, store.shared().updateSince(null));
    }
    store.movedTo(path);
    keep(path, meanwhile);
    keeper.writeFile("");
  }

  /** The changes that are made from now on until the map has its keeper, who must not miss them. */
  private List<Uint8Array> gather() {
    List<Uint8Array> changes = new ArrayList<>();
    store.keepWith(changes::add);
    return changes;
  }

  /** From now on changes are kept, those made meanwhile too, and sent to other tabs. */
  private void keep(String path, List<Uint8Array> meanwhile) {
    MapKeeper own = new MapKeeper(store, workspace, shelf.journal(), path, beforeFile, this::tell);
    TabLink link = new TabLink(store, own, this::follow);
    keeper = own;
    tabs = link;
    link.meet(path);
    store.keepWith(
        update -> {
          own.made(update);
          link.sendUpdate(update);
        });
    if (shelf.objection().isEmpty()) {
      tell(SaveState.SAVED);
      meanwhile.forEach(own::made);
    } else {
      own.give(shelf.objection());
    }
  }

  private void follow(String path) {
    keeper.movedTo(path);
    store.movedTo(path);
    tabs.meet(path);
  }

  /** Brings the open map to safety and stops keeping it. */
  private void leave() {
    if (keeper != null) {
      keeper.writeFile("");
      keeper.end();
      tabs.close();
      keeper = null;
      tabs = null;
    }
    store.keepWith(update -> {});
  }

  /** Goes on to keep the open map, which was to be left. */
  private void stay() {
    if (keeper == null && !store.path().isEmpty()) {
      keep(store.path(), List.of());
    }
  }

  private void writeIfKept() {
    if (keeper != null) {
      keeper.writeFile("");
    }
  }

  /** Takes over what another program did to the file since it was written here. */
  private void takeFile(String path, Journal.Kept kept, List<String> problems) {
    if (!workspace.exists(path)) {
      keeper.writeFile("");
      return;
    }
    String text = shelf.text(path);
    if (MapShelf.wrote(kept, text)) {
      return;
    }
    JgisReader.Result read;
    try {
      read = JgisReader.read(text);
    } catch (TerrellaException unreadable) {
      // Someone's work may be in it; the map itself is whole in the journal.
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
      keeper.remember("Before the file was changed elsewhere");
      store.become(read.document());
    }
    shelf.announce(path, text);
  }

  private void setAside(String path) {
    shelf.move(path, path + " (unreadable " + (long) now() + ")");
    messages.warn(
        "What was kept of "
            + path
            + " since its file was written cannot be read. It was put aside, and the file opened.");
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
}
