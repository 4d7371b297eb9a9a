/** Comma-separated values (RFC 4180). */
package org.terrella.processing.csv;
