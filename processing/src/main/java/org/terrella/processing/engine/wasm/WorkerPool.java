package org.terrella.processing.engine.wasm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.processing.engine.ComputePool;
import org.terrella.processing.engine.Message;
import org.terrella.processing.engine.ReaderNode;

/**
 * As many workers with the algorithms as the machine has cores, and as many readers without them;
 * one reader at once, all others when first needed.
 */
final class WorkerPool implements ComputePool {
  /** Tasks that a worker holds, the one under way among them. */
  private static final int AHEAD = 2;

  private static final int NONE = -1;

  private final int size = cores();
  private final List<Slot> slots = new ArrayList<>();
  private final Deque<Task> waiting = new ArrayDeque<>();
  private final Map<Integer, Message> shared = new HashMap<>();

  WorkerPool() {
    // The first file comes soon, and should not have to wait for its worker.
    slots.add(new Slot(true));
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void submit(int job, String kind, Supplier<Message> task, Consumer<Message> listener) {
    waiting.add(new Task(job, kind, null, held -> task.get(), listener));
    next();
  }

  @Override
  public void submit(
      int job,
      String kind,
      Slice slice,
      Function<Boolean, Message> task,
      Consumer<Message> listener) {
    waiting.add(new Task(job, kind, slice, task, listener));
    next();
  }

  @Override
  public void share(int job, Message inputs) {
    shared.put(job, inputs);
  }

  @Override
  public void release(int job) {
    shared.remove(job);
    for (Slot slot : slots) {
      if (slot.servedJob == job) {
        slot.servedJob = NONE;
        JsMessages.pass(
            slot.worker,
            new Message(job, "inputs", JsonObject.of().with("inputs", JsonArray.of()), List.of()));
      }
    }
  }

  @Override
  public void cancel(int job) {
    release(job);
    waiting.removeIf(task -> task.job == job);
    for (Slot slot : List.copyOf(slots)) {
      if (slot.tasks.removeIf(task -> task.job == job)) {
        slot.end();
      }
    }
    next();
  }

  private void next() {
    next(true);
    next(false);
  }

  /** Gives each worker a task, and then each a second one, so that none waits for the next. */
  private void next(boolean reader) {
    for (Task task = first(reader); task != null; task = first(reader)) {
      Slot free = null;
      int alike = 0;
      for (Slot slot : slots) {
        if (slot.reader == reader) {
          alike++;
          if (slot.takes(task) && (free == null || slot.isBetter(free, task))) {
            free = slot;
          }
        }
      }
      if (alike < size && (free == null || !free.tasks.isEmpty())) {
        free = new Slot(reader);
        slots.add(free);
      }
      if (free == null) {
        return;
      }
      waiting.remove(task);
      free.begin(task);
    }
  }

  private Task first(boolean reader) {
    for (Task task : waiting) {
      if (ReaderNode.answers(task.kind) == reader) {
        return task;
      }
    }
    return null;
  }

  private record Task(
      int job,
      String kind,
      Slice slice,
      Function<Boolean, Message> message,
      Consumer<Message> listener) {
    boolean reads() {
      return kind.equals("read");
    }
  }

  /** One worker and what it is doing. */
  private final class Slot {
    private final boolean reader;
    private final JSObject worker;
    private final Deque<Task> tasks = new ArrayDeque<>();

    /** First rows of the slices that the worker keeps, and the number of their table. */
    private final Set<Integer> held = new HashSet<>();

    private int heldTable;

    /** The job whose shared inputs the worker has. */
    private int servedJob = NONE;

    Slot(boolean reader) {
      this.reader = reader;
      worker = start(reader ? "reader" : "compute", this::received, this::broken);
    }

    /** A worker that reads a stream hears other messages meanwhile, so it is given none. */
    boolean takes(Task next) {
      if (tasks.isEmpty()) {
        return true;
      }
      boolean reading = next.reads();
      for (Task task : tasks) {
        reading |= task.reads();
      }
      return tasks.size() < AHEAD && !reading;
    }

    void begin(Task next) {
      if (next.job != servedJob && shared.containsKey(next.job)) {
        JsMessages.pass(worker, shared.get(next.job));
        servedJob = next.job;
      }
      tasks.add(next);
      JsMessages.pass(worker, next.message.apply(holds(next)));
      if (next.slice != null) {
        if (next.slice.table() != heldTable) {
          heldTable = next.slice.table();
          held.clear();
        }
        held.add(next.slice.first());
      }
    }

    private boolean holds(Task task) {
      return task.slice != null
          && task.slice.table() == heldTable
          && held.contains(task.slice.first());
    }

    /** Whether this one has less to do than another, or else what the task needs. */
    boolean isBetter(Slot other, Task task) {
      int less = other.tasks.size() - tasks.size();
      return less > 0 || less == 0 && holds(task) && !other.holds(task);
    }

    /** Ends the worker; what it had not done goes to another. */
    void end() {
      terminate(worker);
      slots.remove(this);
      while (!tasks.isEmpty()) {
        waiting.addFirst(tasks.pollLast());
      }
    }

    private void received(JSObject event) {
      Message answer = JsMessages.take(EngineWorker.data(event));
      Task current = tasks.peek();
      if (current == null || !slots.contains(this)) {
        return;
      }
      if (answer.kind().equals("fatal")) {
        broken(answer.header().string("message"));
        return;
      }
      if (!answer.kind().equals(Message.PROGRESS)) {
        tasks.poll();
        if (answer.kind().equals(Message.ERROR)) {
          // The slice may not have come as far as being kept.
          held.clear();
        }
        // After running out of memory a worker is not to be trusted with more.
        if (answer.kind().equals(Message.ERROR)
            && answer.header().string("code").equals("out-of-memory")) {
          end();
        }
        next();
      }
      current.listener.accept(answer);
    }

    private void broken(String reason) {
      Task current = tasks.poll();
      end();
      if (current != null) {
        boolean memory = reason.contains("memory") || reason.contains("allocation");
        current.listener.accept(
            new Message(
                current.job,
                Message.ERROR,
                JsonObject.of()
                    .with("code", memory ? "out-of-memory" : "engine-failed")
                    .with(
                        "message",
                        memory
                            ? "The engine ran out of memory in this job (" + reason + ")."
                            : "The engine failed in this job (" + reason + ").")));
      }
      next();
    }
  }

  @JSBody(script = "return Math.max(1, Math.min(16, self.navigator.hardwareConcurrency || 2));")
  private static native int cores();

  @JSBody(
      params = {"role", "message", "failed"},
      script =
          "const w = self.terrellaStart(role);"
              + "w.onmessage = message;"
              + "w.onerror = e => { e.preventDefault && e.preventDefault();"
              + " failed(String(e.message || 'the worker did not start')); };"
              + "return w;")
  private static native JSObject start(String role, EngineWorker.Listener message, Failure failed);

  @JSBody(params = "worker", script = "worker.terminate();")
  private static native void terminate(JSObject worker);

  /** Hears why a worker broke. */
  @JSFunctor
  interface Failure extends JSObject {
    void because(String reason);
  }
}
