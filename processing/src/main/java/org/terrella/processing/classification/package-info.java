/** Classes for graduated symbols, and statistics of numbers. */
package org.terrella.processing.classification;
