package org.terrella.workbench.workspace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.teavm.jso.JSBody;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.file.Blob;
import org.terrella.error.TerrellaException;
import org.terrella.interop.browser.Blobs;
import org.terrella.interop.browser.Promises;
import org.terrella.interop.browser.Storage;

/** The workspace: files in the browser's storage. All methods wait, so call them in coroutines. */
public final class Workspace {
  /** Files under this folder are Terrella's own copies and are not shown. */
  public static final String CACHE = ".cache/";

  /** What was deleted and may come back; not shown either. */
  public static final String TRASH = ".trash/";

  private final Storage storage;
  private final List<Runnable> listeners = new ArrayList<>();

  /** Paths at which something is about to be written. */
  private final Set<String> reserved = new HashSet<>();

  private boolean persistent;

  public Workspace(Storage storage) {
    this.storage = storage;
  }

  /**
   * A file of the workspace.
   *
   * @param size in bytes
   * @param modified in milliseconds since 1970
   */
  public record Entry(String path, long size, double modified) {}

  /** {@code opfs}, {@code indexeddb}, or {@code memory}, which ends with the page. */
  public String kind() {
    return storage.getKind();
  }

  public void listen(Runnable listener) {
    listeners.add(listener);
  }

  /** The files under a folder, by path; all of them when it is empty. */
  public List<Entry> list(String folder) {
    String prefix = folder.isEmpty() || folder.endsWith("/") ? folder : folder + "/";
    JSArrayReader<Storage.Entry> found = Promises.await(storage.list());
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      Storage.Entry entry = found.get(i);
      String path = entry.getPath();
      boolean shown = !isHidden(path) || isHidden(folder);
      if (shown && (path.startsWith(prefix) || path.equals(folder))) {
        entries.add(new Entry(path, (long) entry.getSize(), entry.getModified()));
      }
    }
    entries.sort(Comparator.comparing(Entry::path));
    return entries;
  }

  private static boolean isHidden(String path) {
    return path.startsWith(CACHE) || path.startsWith(TRASH);
  }

  public boolean exists(String path) {
    return Promises.await(storage.read(checked(path))) != null;
  }

  /** The file's content. */
  public Blob read(String path) {
    Blob blob = Promises.await(storage.read(checked(path)));
    if (blob == null) {
      throw TerrellaException.notFound("The workspace has no file \"" + path + "\".");
    }
    return blob;
  }

  public String readText(String path) {
    return Blobs.text(read(path));
  }

  /** Writes a file as a whole; folders are made as needed. */
  public void write(String path, Blob content) {
    try {
      Promises.await(storage.write(checked(path), content));
    } finally {
      reserved.remove(path);
    }
    if (!persistent) {
      persistent = true;
      askToPersist();
    }
    changed();
  }

  public void writeText(String path, String text) {
    write(path, Blobs.ofText(text));
  }

  public void delete(String path) {
    read(path);
    Promises.await(storage.remove(path));
    changed();
  }

  /** Gives a file another path; there must not be one yet. */
  public void rename(String path, String to) {
    Blob content = read(path);
    if (exists(to)) {
      throw TerrellaException.invalid("The workspace already has a file \"" + to + "\".");
    }
    Promises.await(storage.write(checked(to), content));
    Promises.await(storage.remove(path));
    changed();
  }

  /** A path like {@code path} that no file has yet. */
  public String free(String path) {
    int dot = path.lastIndexOf('.');
    int slash = path.lastIndexOf('/');
    String stem = dot > slash + 1 ? path.substring(0, dot) : path;
    String extension = dot > slash + 1 ? path.substring(dot) : "";
    String candidate = path;
    for (int n = 2; reserved.contains(candidate) || exists(candidate); n++) {
      candidate = stem + "-" + n + extension;
    }
    return candidate;
  }

  /** A free path that nobody else gets until something was written there. */
  public String reserve(String path) {
    String free = free(path);
    // Another may have asked while the storage was looking.
    while (!reserved.add(free)) {
      free = free(path);
    }
    return free;
  }

  /** A file name that every storage takes. */
  public static String safe(String name) {
    StringBuilder safe = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      safe.append(c < ' ' || "<>:\"/\\|?*".indexOf(c) >= 0 ? '_' : c);
    }
    String trimmed = safe.toString().trim();
    return trimmed.isEmpty() || trimmed.startsWith(".") ? "_" + trimmed : trimmed;
  }

  /** The path itself, when it stays inside the workspace. */
  public static String checked(String path) {
    if (path.isEmpty() || path.startsWith("/") || path.indexOf('\\') >= 0) {
      throw TerrellaException.invalid(
          "\"" + path + "\" is no path of the workspace; write folder/file.");
    }
    String around = "/" + path + "/";
    if (around.contains("//") || around.contains("/./") || around.contains("/../")) {
      throw TerrellaException.invalid("\"" + path + "\" is no path of the workspace.");
    }
    return path;
  }

  private void changed() {
    for (Runnable listener : List.copyOf(listeners)) {
      listener.run();
    }
  }

  @JSBody(
      script =
          "if (navigator.storage && navigator.storage.persist)"
              + " navigator.storage.persist().catch(() => false);")
  private static native void askToPersist();
}
