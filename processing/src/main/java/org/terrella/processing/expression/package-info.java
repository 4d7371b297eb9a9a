/**
 * Expressions in QGIS's language: text becomes a tree of {@link
 * org.terrella.processing.expression.Evaluator}s over the columns of one table.
 */
package org.terrella.processing.expression;
