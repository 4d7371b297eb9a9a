/** Dates and times: the proleptic Gregorian calendar and its ISO 8601 texts. */
package org.terrella.processing.temporal;
