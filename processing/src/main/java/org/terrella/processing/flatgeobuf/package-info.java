/** FlatGeobuf version 3 to feature tables and back. */
package org.terrella.processing.flatgeobuf;
