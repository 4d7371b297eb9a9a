/** Output of encoded bytes in pieces. */
package org.terrella.processing.encoding;
