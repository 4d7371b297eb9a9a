package org.terrella.processing.algorithm;

import org.terrella.processing.feature.Field;

/**
 * A field of a result and where its values come from.
 *
 * @param expression over the main input; empty for nulls
 * @param length most characters of a text, 0 for any number
 * @param precision decimals of a real number, 0 for all
 * @param aggregate the function that makes one value of those of a group; empty where there are no
 *     groups
 * @param delimiter what stands between texts that are joined
 */
record FieldMapping(
    String expression,
    Field field,
    int length,
    int precision,
    String aggregate,
    String delimiter) {}
