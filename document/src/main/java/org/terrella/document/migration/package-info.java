/** Documents of earlier schema versions in the shapes of the present one. */
package org.terrella.document.migration;
