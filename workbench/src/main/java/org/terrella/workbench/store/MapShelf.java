package org.terrella.workbench.store;

import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSString;
import org.teavm.jso.file.Blob;
import org.teavm.jso.typedarrays.Uint8Array;
import org.terrella.document.JgisReader;
import org.terrella.error.TerrellaException;
import org.terrella.interop.browser.Blobs;
import org.terrella.interop.browser.BrowserException;
import org.terrella.interop.browser.Promises;
import org.terrella.interop.shared.Journal;
import org.terrella.workbench.Tasks;
import org.terrella.workbench.workspace.Workspace;

/** Where maps are kept: the journal, and their files. All methods wait. */
final class MapShelf {
  private final Workspace workspace;
  private Journal journal;
  private String objection = "";

  MapShelf(Workspace workspace) {
    this.workspace = workspace;
  }

  /** The journal, or null; {@link #objection} says then why there is none. */
  Journal journal() {
    if (journal == null) {
      try {
        journal = Promises.await(Journal.Opener.openJournal());
      } catch (BrowserException failure) {
        objection = failure.getMessage();
      }
    }
    return journal;
  }

  /** Why nothing can be kept; empty when something can. */
  String objection() {
    return journal() != null || !workspace.kind().equals("memory")
        ? ""
        : "This page may not store anything ("
            + objection
            + "). Download the map before you close it.";
  }

  boolean has(String path) {
    return workspace.exists(path) || kept(path) != null;
  }

  /** What the journal has of a map, or null. */
  Journal.Kept kept(String path) {
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

  /** The updates that make a map. */
  static List<Uint8Array> updates(Journal.Kept kept) {
    List<Uint8Array> updates = new ArrayList<>();
    updates.add(kept.getSnapshot());
    for (int i = 0; i < kept.getUpdates().getLength(); i++) {
      updates.add(kept.getUpdates().get(i));
    }
    return updates;
  }

  /** Begins to keep a map; what is kept of it then, which another tab may have begun. */
  Journal.Kept begin(String path, Uint8Array seed) {
    return await(journal.load(path, seed));
  }

  /** Notes that the map's file has this text, and that the journal knows of it. */
  void announce(String path, String text) {
    if (journal() != null) {
      await(journal.announce(path, Journal.Opener.markOf(text)));
    }
  }

  /** Gives what the journal has of a map another path. */
  void move(String path, String to) {
    if (journal() != null) {
      await(journal.move(path, to));
    }
  }

  /** Forgets what the journal has of a map. */
  void forget(String path) {
    if (journal() != null) {
      await(journal.remove(path));
    }
  }

  /** The document in the text of a map's file, and what was wrong with it. */
  static JgisReader.Result read(String path, String text) {
    try {
      return JgisReader.read(text);
    } catch (TerrellaException failure) {
      throw failure.getMessage().contains(path)
          ? failure
          : new TerrellaException(failure.code(), path + ": " + failure.getMessage(), failure);
    }
  }

  /** The text of a map's file. */
  String text(String path) {
    Blob blob = workspace.read(path);
    Maps.checkSize(path, blob.getSize());
    return Blobs.text(blob);
  }

  /** Whether a text is one that was meant for the map's file here. */
  static boolean wrote(Journal.Kept kept, String text) {
    String mark = Journal.Opener.markOf(text);
    for (int i = 0; i < kept.getTexts().getLength(); i++) {
      if (kept.getTexts().get(i).stringValue().equals(mark)) {
        return true;
      }
    }
    return false;
  }

  /** The versions of a map, newest first. */
  List<Maps.Version> versions(String path) {
    List<Maps.Version> versions = new ArrayList<>();
    if (journal() != null) {
      JSArrayReader<Journal.Version> kept = await(journal.versions(path));
      for (int i = kept.getLength() - 1; i >= 0; i--) {
        Journal.Version version = kept.get(i);
        versions.add(
            new Maps.Version(
                version.getId(), version.getTime(), version.getLabel(), (int) version.getSize()));
      }
    }
    return versions;
  }

  JgisReader.Result version(String path, double id) {
    JSString text = journal() == null ? null : await(journal.version(path, id));
    if (text == null) {
      throw TerrellaException.notFound("The map has no version " + (long) id + ".");
    }
    return JgisReader.read(text.stringValue());
  }

  private static <T extends JSObject> T await(JSPromise<T> promise) {
    try {
      return Promises.await(promise);
    } catch (BrowserException failure) {
      throw Tasks.known(failure);
    }
  }
}
