/** What JTS is linked to in place of classes of the class library that are slow in WebAssembly. */
package org.terrella.jts;
