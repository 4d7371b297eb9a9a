package org.terrella.processing.engine.wasm.compile;

import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.Instruction;
import org.teavm.model.MethodHolder;
import org.teavm.model.Program;
import org.teavm.model.Variable;
import org.teavm.model.instructions.BinaryInstruction;
import org.teavm.model.instructions.BinaryOperation;
import org.teavm.model.instructions.DoubleConstantInstruction;
import org.teavm.model.instructions.FloatConstantInstruction;
import org.teavm.model.instructions.NegateInstruction;
import org.teavm.model.instructions.NumericOperandType;

/**
 * Makes {@code x * -1} of {@code -x} for floating-point numbers. TeaVM would make {@code 0 - x},
 * which turns 0 into 0 instead of -0: results would differ from the JVM's.
 */
public final class NegationTransformer implements ClassHolderTransformer {
  @Override
  public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
    for (MethodHolder method : type.getMethods()) {
      Program program = method.getProgram();
      if (program != null) {
        for (BasicBlock block : program.getBasicBlocks()) {
          transform(block);
        }
      }
    }
  }

  private static void transform(BasicBlock block) {
    for (Instruction next = block.getFirstInstruction(); next != null; ) {
      Instruction instruction = next;
      next = instruction.getNext();
      if (instruction instanceof NegateInstruction negation) {
        NumericOperandType type = negation.getOperandType();
        if (type == NumericOperandType.DOUBLE) {
          DoubleConstantInstruction minusOne = new DoubleConstantInstruction();
          minusOne.setConstant(-1);
          minusOne.setReceiver(block.getProgram().createVariable());
          replace(negation, minusOne, minusOne.getReceiver());
        } else if (type == NumericOperandType.FLOAT) {
          FloatConstantInstruction minusOne = new FloatConstantInstruction();
          minusOne.setConstant(-1);
          minusOne.setReceiver(block.getProgram().createVariable());
          replace(negation, minusOne, minusOne.getReceiver());
        }
      }
    }
  }

  private static void replace(NegateInstruction negation, Instruction constant, Variable minusOne) {
    BinaryInstruction product =
        new BinaryInstruction(BinaryOperation.MULTIPLY, negation.getOperandType());
    product.setFirstOperand(negation.getOperand());
    product.setSecondOperand(minusOne);
    product.setReceiver(negation.getReceiver());
    constant.setLocation(negation.getLocation());
    product.setLocation(negation.getLocation());
    negation.insertPrevious(constant);
    negation.replace(product);
  }
}
