/** Writing expressions: a text with completion, the functions, and what comes out of it. */
package org.terrella.webapp.expression;
