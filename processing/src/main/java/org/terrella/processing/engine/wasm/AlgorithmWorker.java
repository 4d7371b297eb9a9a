package org.terrella.processing.engine.wasm;

import org.teavm.jso.JSObject;
import org.terrella.processing.engine.ComputeNode;

/** Start of a worker with the algorithms, and JTS; it is loaded when a job first needs it. */
public final class AlgorithmWorker {
  private AlgorithmWorker() {}

  public static void main(String[] arguments) {
    JSObject self = EngineWorker.self();
    EngineWorker.receive(
        event ->
            ComputeNode.handle(
                JsMessages.take(EngineWorker.data(event)),
                answer -> JsMessages.answer(self, answer)));
  }
}
