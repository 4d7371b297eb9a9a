package org.terrella.workbench.message;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What the person should know: told once, kept until dismissed or grown old. */
public final class Messages {
  private final List<Consumer<Message>> listeners = new ArrayList<>();

  /** How much a message matters. */
  public enum Level {
    INFO,
    SUCCESS,
    WARNING,
    ERROR
  }

  /**
   * A message.
   *
   * @param code stable code of an error; empty otherwise
   * @param offer what the person may do about it; empty when there is nothing
   * @param action does that
   */
  public record Message(Level level, String text, String code, String offer, Runnable action) {
    public Message(Level level, String text, String code) {
      this(level, text, code, "", () -> {});
    }
  }

  public void listen(Consumer<Message> listener) {
    listeners.add(listener);
  }

  public void info(String text) {
    tell(new Message(Level.INFO, text, ""));
  }

  public void success(String text) {
    tell(new Message(Level.SUCCESS, text, ""));
  }

  /** Tells of something that can be taken back, or followed by something. */
  public void offer(String text, String offer, Runnable action) {
    tell(new Message(Level.INFO, text, "", offer, action));
  }

  public void warn(String text) {
    tell(new Message(Level.WARNING, text, ""));
  }

  public void error(String text, String code) {
    tell(new Message(Level.ERROR, text, code));
  }

  public void tell(Message message) {
    for (Consumer<Message> listener : List.copyOf(listeners)) {
      listener.accept(message);
    }
  }
}
