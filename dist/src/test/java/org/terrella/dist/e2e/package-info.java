/** The assembled site in a real browser, served under a path of its own. */
package org.terrella.dist.e2e;
