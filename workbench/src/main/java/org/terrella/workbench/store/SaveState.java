package org.terrella.workbench.store;

/**
 * Whether what was changed is kept.
 *
 * @param reason why not; empty otherwise
 */
public record SaveState(Kind kind, String reason) {
  /** How far it is. */
  public enum Kind {
    /** Everything is kept in the browser's storage. */
    SAVED,
    /** The last changes are on their way there. */
    SAVING,
    /** The last changes are in this page's memory only; it is tried again. */
    FAILED,
    /** Nothing of this map is kept: it has no place yet, or there is no storage. */
    MEMORY
  }

  public static final SaveState SAVED = new SaveState(Kind.SAVED, "");
  public static final SaveState SAVING = new SaveState(Kind.SAVING, "");

  /** Whether closing the page would lose something. */
  public boolean isSafe() {
    return kind == Kind.SAVED;
  }
}
