/** The page's side of GDAL. */
package org.terrella.workbench.gdal;
