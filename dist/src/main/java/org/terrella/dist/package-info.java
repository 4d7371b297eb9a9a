/** The product: serving, testing and measuring the assembled site. */
package org.terrella.dist;
