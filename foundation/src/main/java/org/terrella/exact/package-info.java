/** Arithmetic that gives the same bits on the JVM and in every browser. */
package org.terrella.exact;
