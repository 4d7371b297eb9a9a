/** Stories told on the map, notes left on it, and presets for what is drawn. */
package org.terrella.document.story;
