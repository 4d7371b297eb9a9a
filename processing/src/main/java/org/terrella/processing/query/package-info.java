/** Questions about the rows of a table: which, in what order, with what values. */
package org.terrella.processing.query;
