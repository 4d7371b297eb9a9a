/** The document that tabs share, without a browser. */
package org.terrella.dist.shared;
