/** Documents that several tabs share, and where they are kept while they are edited. */
package org.terrella.interop.shared;
