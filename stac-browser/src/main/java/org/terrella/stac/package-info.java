/** Browsing STAC catalogs; nothing is here yet. */
package org.terrella.stac;
