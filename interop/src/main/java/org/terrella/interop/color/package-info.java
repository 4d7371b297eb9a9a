/** Colour ramps of chroma-js. */
package org.terrella.interop.color;
