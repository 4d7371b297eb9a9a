package org.terrella.processing.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.terrella.exact.DoubleText;

/**
 * Reads QGIS's expression language by precedence climbing. From loose to tight: OR; AND; NOT;
 * comparisons, LIKE, IS, IN, BETWEEN; + −; * / // %; ^ (from the right); ||; unary minus.
 */
final class Parser {
  private static final int OR = 1;
  private static final int AND = 2;
  private static final int NOT = 3;
  private static final int COMPARISON = 4;
  private static final int SUM = 5;
  private static final int PRODUCT = 6;
  private static final int POWER = 7;
  private static final int CONCATENATION = 8;
  private static final int SIGN = 9;

  private static final List<String> RESERVED =
      List.of(
          "AND", "OR", "NOT", "IN", "IS", "LIKE", "ILIKE", "BETWEEN", "CASE", "WHEN", "THEN",
          "ELSE", "END");

  private final Lexer lexer;
  private Scope scope;
  private Token token;
  private int depth;

  private Parser(String source, Scope scope) {
    this.lexer = new Lexer(source);
    this.scope = scope;
    this.token = lexer.next();
  }

  /**
   * The tree of an expression.
   *
   * @throws org.terrella.error.TerrellaException invalid-argument, naming the character
   */
  static Evaluator parse(String source, Scope scope) {
    Parser parser = new Parser(source, scope);
    if (parser.token.kind() == Token.Kind.END) {
      throw Lexer.problem(0, "the expression is empty");
    }
    Evaluator root = parser.expression(OR);
    if (parser.token.kind() != Token.Kind.END) {
      throw parser.unexpected("an operator or the end");
    }
    return root;
  }

  private Evaluator expression(int loosest) {
    if (++depth > Evaluator.MOST_LEVELS) {
      throw Lexer.problem(token.position(), "the expression is nested too deeply");
    }
    Evaluator left = operand();
    while (token.is("[")) {
      left = indexed(left);
    }
    while (true) {
      int level = level();
      if (level < loosest || level == 0) {
        depth--;
        return left;
      }
      left = Folding.fold(binary(left, level));
    }
  }

  /** How tight the operator binds that comes next; 0 for none. */
  private int level() {
    String text = token.text();
    if (token.kind() == Token.Kind.OPERATOR) {
      return switch (text) {
        case "=", "<>", "!=", "<", ">", "<=", ">=", "~" -> COMPARISON;
        case "+", "-" -> SUM;
        case "*", "/", "//", "%" -> PRODUCT;
        case "^" -> POWER;
        case "||" -> CONCATENATION;
        default -> 0;
      };
    }
    if (token.kind() != Token.Kind.WORD) {
      return 0;
    }
    if (token.is("OR")) {
      return OR;
    } else if (token.is("AND")) {
      return AND;
    }
    return token.is("LIKE")
            || token.is("ILIKE")
            || token.is("IN")
            || token.is("IS")
            || token.is("BETWEEN")
            || token.is("NOT")
        ? COMPARISON
        : 0;
  }

  private Evaluator binary(Evaluator left, int level) {
    Token operator = take();
    int position = operator.position();
    switch (level) {
      case OR, AND -> {
        return logic(left, level, operator);
      }
      case SUM, PRODUCT -> {
        return arithmetic(operator, left, level + 1);
      }
      case POWER -> {
        return arithmetic(operator, left, POWER);
      }
      case CONCATENATION -> {
        return new Concatenation(position, left, expression(level + 1));
      }
      default -> {
        if (operator.kind() == Token.Kind.OPERATOR) {
          if (operator.text().equals("~")) {
            return new PatternMatch(position, left, expression(SUM));
          }
          Comparison.Test test = Comparison.Test.of(operator.text());
          return new Comparison(position, test, left, expression(SUM));
        }
        return wordComparison(left, operator);
      }
    }
  }

  private Evaluator arithmetic(Token operator, Evaluator left, int loosest) {
    Evaluator right = expression(loosest);
    TypeCheck.operands(operator.text(), left, right);
    return new Arithmetic(operator.position(), operator.text(), left, right);
  }

  /** All members of a chain in one node: long lists of alternatives are common. */
  private Evaluator logic(Evaluator left, int level, Token operator) {
    List<Evaluator> members = new ArrayList<>();
    members.add(left);
    members.add(expression(level + 1));
    while (level() == level) {
      take();
      members.add(expression(level + 1));
    }
    members.forEach(TypeCheck::truth);
    return new Logic(operator.position(), level == AND, members.toArray(new Evaluator[0]));
  }

  private Evaluator wordComparison(Evaluator left, Token first) {
    int position = first.position();
    if (first.is("IS")) {
      boolean negated = skip("NOT");
      Evaluator right = expression(SUM);
      return new Comparison(
          position, negated ? Comparison.Test.IS_NOT : Comparison.Test.IS, left, right);
    }
    boolean negated = first.is("NOT");
    Token operator = negated ? take() : first;
    Evaluator found;
    if (operator.is("LIKE") || operator.is("ILIKE")) {
      found = new Like(position, operator.is("ILIKE"), left, expression(SUM));
    } else if (operator.is("IN")) {
      expect("(", "a list in parentheses");
      List<Evaluator> members = new ArrayList<>(List.of(left));
      if (!skip(")")) {
        do {
          members.add(expression(OR));
        } while (skip(","));
        expect(")", "\")\" or \",\"");
      }
      found = new Membership(position, members.toArray(new Evaluator[0]));
    } else if (operator.is("BETWEEN")) {
      Evaluator low = expression(SUM);
      expect("AND", "AND and the upper bound");
      found = new Between(position, left, low, expression(SUM));
    } else {
      throw Lexer.problem(
          operator.position(),
          operator.quoted() + " comes where LIKE, ILIKE, IN or BETWEEN is expected");
    }
    return negated ? new Negation(position, found) : found;
  }

  private Evaluator operand() {
    Token first = take();
    int position = first.position();
    switch (first.kind()) {
      case TEXT -> {
        Evaluator text = new Evaluator.Constant(position);
        text.result.set(first.text());
        return text;
      }
      case NUMBER -> {
        return number(first);
      }
      case QUOTED_NAME -> {
        return scope.field(first.text(), position);
      }
      case VARIABLE -> {
        if (token.is("(") || first.text().startsWith("$") && Functions.find(first.text()) != null) {
          return call(first, token.is("("));
        }
        return scope.variable(first.text(), position);
      }
      case WORD -> {
        return word(first);
      }
      case OPERATOR -> {
        switch (first.text()) {
          case "(" -> {
            Evaluator inner = expression(OR);
            expect(")", "an operator or \")\"");
            return inner;
          }
          case "-" -> {
            return Folding.fold(new Sign(position, expression(SIGN)));
          }
          case "+" -> {
            return expression(SIGN);
          }
          default -> {}
        }
      }
      default -> {}
    }
    throw Lexer.problem(
        position, first.quoted() + " comes where a value, field or function is expected");
  }

  /** What stands in brackets behind an array or map. */
  private Evaluator indexed(Evaluator left) {
    int position = take().position();
    Evaluator index = expression(OR);
    expect("]", "an operator or \"]\"");
    return Folding.fold(new Index(position, left, index));
  }

  private Evaluator word(Token first) {
    int position = first.position();
    if (first.is("NOT")) {
      return Folding.fold(new Negation(position, expression(NOT + 1)));
    } else if (first.is("CASE")) {
      return cases(position);
    }
    for (String reserved : RESERVED) {
      if (first.is(reserved)) {
        throw Lexer.problem(
            position, first.quoted() + " comes where a value, field or function is expected");
      }
    }
    if (token.is("(")) {
      return call(first, true);
    } else if (first.is("NULL")) {
      return new Evaluator.Constant(position);
    } else if (first.is("TRUE") || first.is("FALSE")) {
      Evaluator truth = new Evaluator.Constant(position);
      truth.result.set(first.is("TRUE"));
      return truth;
    }
    return scope.field(first.text(), position);
  }

  private Evaluator number(Token token) {
    Evaluator number = new Evaluator.Constant(token.position());
    number.result.set(token.text());
    if (!number.result.becomeNumber()) {
      // Beyond all doubles; QGIS takes infinity, too.
      number.result.set(DoubleText.parse(token.text()));
    }
    return number;
  }

  private Evaluator cases(int position) {
    List<Evaluator> parts = new ArrayList<>();
    while (skip("WHEN")) {
      parts.add(expression(OR));
      expect("THEN", "THEN");
      parts.add(expression(OR));
    }
    if (parts.isEmpty()) {
      throw unexpected("WHEN");
    }
    if (skip("ELSE")) {
      parts.add(expression(OR));
    }
    expect("END", "WHEN, ELSE or END");
    return Folding.fold(new Cases(position, parts.toArray(new Evaluator[0])));
  }

  /**
   * @param parentheses whether arguments in parentheses come; values such as {@code $area} have
   *     none
   */
  private Evaluator call(Token name, boolean parentheses) {
    Function function = Functions.get(name.text(), name.position());
    if (parentheses) {
      take();
    }
    scope.note(function);
    Lambda lambda = new Lambda(function);
    int named = scope.bindings().size() + (function.name().equals("aggregate") ? 1 : 0);
    int watched = scope.bindings().watch();
    Evaluator[] arguments = arguments(name, function, parentheses, lambda);
    boolean varying = scope.bindings().found(watched, named);
    TypeCheck.arguments(function, arguments);
    return Call.of(name.position(), scope, function, lambda.bindings(), varying, arguments);
  }

  private Evaluator[] arguments(Token name, Function function, boolean parentheses, Lambda lambda) {
    Evaluator[] given = new Evaluator[function.most() < 0 ? 8 : function.most()];
    int count = 0;
    boolean named = false;
    if (parentheses && !skip(")")) {
      do {
        Token first = token;
        Evaluator[] argument = {null};
        int place = argument(function, argument, lambda, given, named ? -1 : count);
        named |= place >= 0;
        if (named && place < 0) {
          throw Lexer.problem(first.position(), "an argument without name follows one with a name");
        }
        int index = named ? place : count;
        if (index >= given.length && function.most() < 0) {
          given = Arrays.copyOf(given, given.length * 2);
        }
        if (index >= given.length) {
          throw function.wrongCount(name.position());
        } else if (given[index] != null) {
          throw Lexer.problem(first.position(), function.name() + " gets this argument twice");
        }
        given[index] = argument[0];
        count = Math.max(count, index + 1);
      } while (skip(","));
      expect(")", "\")\" or \",\"");
    }
    return function.complete(Arrays.copyOf(given, count), name.position());
  }

  /** Reads {@code value} or {@code name := value}; gives the place of the name, or -1. */
  private int argument(
      Function function, Evaluator[] into, Lambda lambda, Evaluator[] given, int index) {
    if (token.kind() == Token.Kind.WORD) {
      int place = function.place(token.text());
      if (place >= 0 && lexer.isFollowedBy(":=")) {
        take();
        take();
        into[0] = body(function, lambda, given, place);
        return place;
      }
      if (lexer.isFollowedBy(":=")) {
        throw Lexer.problem(
            token.position(),
            function.name() + " has no argument \"" + token.text() + "\": " + function.usage());
      }
    }
    into[0] = body(function, lambda, given, index);
    return -1;
  }

  private Evaluator body(Function function, Lambda lambda, Evaluator[] given, int place) {
    Scope outer = scope;
    int added = lambda.open(scope, given, place);
    scope = LayerArgument.scopeOf(function, given, place, scope);
    Evaluator body = expression(OR);
    scope = outer;
    scope.bindings().unbind(added);
    return body;
  }

  private Token take() {
    Token taken = token;
    token = lexer.next();
    return taken;
  }

  private boolean skip(String expected) {
    if (token.is(expected)) {
      take();
      return true;
    }
    return false;
  }

  private void expect(String expected, String phrase) {
    if (!skip(expected)) {
      throw unexpected(phrase);
    }
  }

  private RuntimeException unexpected(String expected) {
    return Lexer.problem(
        token.position(), token.quoted() + " comes where " + expected + " is expected");
  }
}
