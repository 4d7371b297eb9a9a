package org.terrella.interop.tools;

import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * Editors of expressions, pictures of what tools do, graphs of steps, runs as text, models of QGIS.
 */
public interface Tools extends JSObject {
  /** Takes over the functions of expressions, as JSON. */
  void setFunctions(String json);

  /** A text area for an expression, of so many rows. */
  Editor expressionEditor(
      String label, int rows, Fields fields, Evaluate evaluate, Changed changed);

  /** An editor with the value for one of the features, and with fields and functions. */
  HTMLElement expressionPane(Editor editor, int features);

  /**
   * What expressions in a JSON value name, {@code {inputs, systems: [code]}}.
   *
   * @param layers JSON: all layers as inputs, {@code [{name, table, label}]}
   */
  String mentions(String json, String layers);

  /** Fills a figure with what the engine's request {@code sample} answered. */
  void drawSample(HTMLElement figure, String json);

  /** Draws a graph, {@code {nodes: [{title, detail, step}], edges: [[from, to]]}}. */
  void drawGraph(HTMLElement target, String json, Clicked clicked);

  /**
   * A run of the history as text.
   *
   * @param files JSON: for each layer the file that it comes from
   */
  String runText(String entry, String files, String language);

  /**
   * Reads a model of QGIS.
   *
   * @param algorithms JSON: the descriptions of algorithms
   * @return JSON: the model, or {@code {code, message}}
   */
  String readModel(String xml, String algorithms);

  /** A model, as JSON, as a file of QGIS. */
  String writeModel(String model, String algorithms, String files);

  /** Hears of a click on a node, by its number. */
  @JSFunctor
  interface Clicked extends JSObject {
    void at(int node, HTMLElement box);
  }

  /** A text area for an expression. */
  interface Editor extends JSObject {
    @JSProperty
    HTMLElement getElement();

    String text();

    void setText(String text);

    /** The layer is another one. */
    void refresh();

    /** What is wrong; empty where nothing is, as far as is known. */
    String problem();
  }

  /** The names of the fields. */
  @JSFunctor
  interface Fields extends JSObject {
    String[] names();
  }

  /** Computes an expression for a row, counted from 0. */
  @JSFunctor
  interface Evaluate extends JSObject {
    void ask(String expression, int row, Answer answer);
  }

  /** Hears the engine's answer, as JSON. */
  @JSFunctor
  interface Answer extends JSObject {
    void heard(String json);
  }

  /** Hears that something is another one. */
  @JSFunctor
  interface Changed extends JSObject {
    void now();
  }
}
