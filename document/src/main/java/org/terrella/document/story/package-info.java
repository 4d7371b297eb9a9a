/** Stories told on the map, and notes left on it. */
package org.terrella.document.story;
