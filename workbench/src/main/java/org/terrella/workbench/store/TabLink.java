package org.terrella.workbench.store;

import java.util.function.Consumer;
import org.teavm.jso.JSBody;
import org.teavm.jso.typedarrays.Uint8Array;
import org.terrella.interop.browser.Texts;
import org.terrella.interop.shared.TabChannel;
import org.terrella.workbench.Tasks;

/**
 * The tabs that have the open map open, too. Each sends its updates to all others; one that comes
 * asks for what it lacks.
 */
final class TabLink {
  private final DocumentStore store;
  private final MapKeeper keeper;
  private final Consumer<String> moved;
  private TabChannel channel;

  /**
   * A link for the open map.
   *
   * @param moved hears, in a coroutine, the path under which another tab put the map
   */
  TabLink(DocumentStore store, MapKeeper keeper, Consumer<String> moved) {
    this.store = store;
    this.keeper = keeper;
    this.moved = moved;
  }

  /** Meets the others at a path, and leaves those of the path before. */
  void meet(String path) {
    close();
    TabChannel.Listener listener = this::heard;
    channel = TabChannel.Opener.openChannel(path, listener);
    channel.send("hello", store.shared().vector());
  }

  void close() {
    if (channel != null) {
      channel.close();
      channel = null;
    }
  }

  void sendUpdate(Uint8Array update) {
    channel.send("update", update);
  }

  void sendMoved(String path) {
    channel.send("moved", utf8(path));
  }

  void sendDeleted() {
    channel.send("deleted", utf8(""));
  }

  private void heard(String kind, Uint8Array bytes, boolean newer) {
    if (newer) {
      keeper.give(
          "A newer version of Terrella has this map open in another tab. Reload this page to go on"
              + " with it.");
      return;
    }
    switch (kind) {
      case "hello" -> sendUpdate(store.shared().updateSince(bytes));
      case "update" -> store.take(bytes);
      case "moved" -> {
        String path = Texts.decode(bytes);
        Tasks.start(() -> moved.accept(path), failure -> failure.printStackTrace());
      }
      case "deleted" -> keeper.give("The map was deleted in another tab.");
      default -> {
        // Of a version that says more; what matters comes in updates.
        return;
      }
    }
  }

  @JSBody(params = "text", script = "return new TextEncoder().encode(text);")
  private static native Uint8Array utf8(String text);
}
