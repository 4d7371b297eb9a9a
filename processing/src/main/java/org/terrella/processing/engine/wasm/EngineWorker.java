package org.terrella.processing.engine.wasm;

import org.teavm.jso.JSBody;
import org.teavm.jso.typedarrays.Float64Array;

public final class EngineWorker {
  private EngineWorker() {}

  @JSBody(script = "return performance.now();")
  static native double now();

  @JSBody(params = "s", script = "console.log(s);")
  static native void log(String s);

  public static void main(String[] args) {
    double[] a = new double[5000000];
    for (int i = 0; i < a.length; i++) a[i] = i;
    for (int k = 0; k < 3; k++) {
      double t = now();
      Float64Array f = Float64Array.copyFromJavaArray(a);
      double t2 = now();
      double[] b = f.copyToJavaArray();
      double t3 = now();
      Float64Array g = new Float64Array(5000000);
      g.set(a);
      double t4 = now();
      log("out " + (t2 - t) + " in " + (t3 - t2) + " set " + (t4 - t3) + " " + b.length);
    }
  }
}
