/** What the toolbox needs once it is open. */
package org.terrella.interop.tools;
