package org.terrella.processing.engine.wasm.compile;

import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.emit.ProgramEmitter;
import org.terrella.exact.DoubleText;

/**
 * Has {@code Double.toString()} write what {@link DoubleText} writes. All objects can be asked for
 * their text, so that TeaVM's own way would go into programs that never ask a number.
 */
public final class DoubleTextTransformer implements ClassHolderTransformer {
  private static final MethodDescriptor TO_STRING = new MethodDescriptor("toString", String.class);

  @Override
  public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
    if (!type.getName().equals("java.lang.Double")) {
      return;
    }
    ProgramEmitter emitter =
        ProgramEmitter.create(type.getMethod(TO_STRING), context.getHierarchy());
    emitter
        .invoke(
            DoubleText.class,
            "write",
            String.class,
            emitter.var(0, Double.class).invokeVirtual("doubleValue", double.class))
        .returnValue();
  }
}
