/**
 * Coordinates from one coordinate reference system to another, by PROJ strings: proj4j's
 * projections, and shifts between datums by three or seven parameters; no grids. Everywhere x is
 * east and y is north, whatever axes a system has on paper.
 */
package org.terrella.processing.projection;
