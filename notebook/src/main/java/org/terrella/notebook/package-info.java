/** Notebooks beside the map; nothing is here yet. */
package org.terrella.notebook;
