/** Feature tables: columns of attributes and one column of geometry. */
package org.terrella.processing.feature;
