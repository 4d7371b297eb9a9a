package org.terrella.processing.engine.wasm.compile;

import java.util.Map;
import org.teavm.backend.wasm.TeaVMWasmGCHost;
import org.teavm.backend.wasm.intrinsics.WasmGCInlineIntrinsic;
import org.teavm.backend.wasm.model.instruction.WasmFloatBinaryOperation;
import org.teavm.backend.wasm.model.instruction.WasmFloatType;
import org.teavm.backend.wasm.model.instruction.WasmFloatUnaryOperation;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.ElementModifier;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.ValueType;
import org.teavm.vm.spi.TeaVMHost;
import org.teavm.vm.spi.TeaVMPlugin;

/**
 * Gives {@code Math.min}, {@code max}, {@code abs}, {@code floor}, {@code ceil} and {@code sqrt} of
 * doubles the instructions that WebAssembly has for them, whose results are Java's. TeaVM has a
 * long comparison for some and a call of JavaScript for others.
 */
public final class FloatInstructions implements TeaVMPlugin {
  private static final Map<String, WasmFloatUnaryOperation> UNARY =
      Map.of(
          "abs", WasmFloatUnaryOperation.ABS,
          "floor", WasmFloatUnaryOperation.FLOOR,
          "ceil", WasmFloatUnaryOperation.CEIL,
          "sqrt", WasmFloatUnaryOperation.SQRT);
  private static final Map<String, WasmFloatBinaryOperation> BINARY =
      Map.of("min", WasmFloatBinaryOperation.MIN, "max", WasmFloatBinaryOperation.MAX);

  @Override
  public void install(TeaVMHost host) {
    TeaVMWasmGCHost wasm = host.getExtension(TeaVMWasmGCHost.class);
    if (wasm == null) {
      return;
    }
    host.add(new Bodiless());
    wasm.contributeToCodeGen(
        (context, registry) -> {
          UNARY.forEach(
              (name, operation) ->
                  registry
                      .inlineIntrinsics()
                      .registerIntrinsic(
                          new MethodReference(Math.class, name, double.class, double.class),
                          unary(operation)));
          BINARY.forEach(
              (name, operation) ->
                  registry
                      .inlineIntrinsics()
                      .registerIntrinsic(
                          new MethodReference(
                              Math.class, name, double.class, double.class, double.class),
                          binary(operation)));
        });
  }

  private static WasmGCInlineIntrinsic unary(WasmFloatUnaryOperation operation) {
    return (call, context, code) -> {
      context.generate(code, call.getArguments().get(0));
      code.floatUnary(WasmFloatType.FLOAT64, operation);
    };
  }

  private static WasmGCInlineIntrinsic binary(WasmFloatBinaryOperation operation) {
    return (call, context, code) -> {
      context.generate(code, call.getArguments().get(0));
      context.generate(code, call.getArguments().get(1));
      code.floatBinary(WasmFloatType.FLOAT64, operation);
    };
  }

  /** Takes the bodies away, which would be inlined before instructions are chosen. */
  private static final class Bodiless implements ClassHolderTransformer {
    @Override
    public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
      if (!type.getName().equals("java.lang.Math")) {
        return;
      }
      for (MethodHolder method : type.getMethods()) {
        boolean replaced =
            method.getResultType() == ValueType.DOUBLE
                && (method.parameterCount() == 1 && UNARY.containsKey(method.getName())
                    || method.parameterCount() == 2 && BINARY.containsKey(method.getName()));
        if (replaced) {
          method.setProgram(null);
          method.getModifiers().add(ElementModifier.NATIVE);
        }
      }
    }
  }
}
