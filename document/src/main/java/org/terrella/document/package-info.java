/** What a map is: layers, sources, layer tree, symbology, and the edits that change them. */
package org.terrella.document;
