/** How vector layers look, in the symbology grammar of jGIS 0.6. */
package org.terrella.document.symbology;
