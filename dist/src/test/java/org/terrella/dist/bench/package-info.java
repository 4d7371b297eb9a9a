/** Measures the product beside its peers, all in one run; see {@code ./bench --help}. */
package org.terrella.dist.bench;
