/** JTS geometries out of feature tables and back, and geometry on the ellipsoid. */
package org.terrella.processing.geometry;
