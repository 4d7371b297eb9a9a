/** The parts of OpenLayers in use. */
package org.terrella.interop.ol;
