package org.terrella.workbench.store;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.terrella.workbench.Tasks;

/** Does something once, some time after it was last asked for. */
public final class Timer {
  private final Tasks.Work work;
  private int running;

  public Timer(Tasks.Work work) {
    this.work = work;
  }

  /** Does it in {@code millis}, unless it is asked for sooner already. */
  public void soon(int millis) {
    if (running == 0) {
      running = start(this::ring, millis);
    }
  }

  /** Does it in {@code millis} from now, whatever was asked for before. */
  public void after(int millis) {
    stop();
    running = start(this::ring, millis);
  }

  public void stop() {
    if (running != 0) {
      clear(running);
      running = 0;
    }
  }

  private void ring() {
    running = 0;
    Tasks.start(work, failure -> failure.printStackTrace());
  }

  /** What is done then. */
  @JSFunctor
  interface Ring extends JSObject {
    void now();
  }

  @JSBody(
      params = {"ring", "millis"},
      script = "return setTimeout(ring, millis);")
  private static native int start(Ring ring, int millis);

  @JSBody(params = "timer", script = "clearTimeout(timer);")
  private static native void clear(int timer);
}
