/** The sample map in all shapes in which maps are handed over. */
package org.terrella.dist.publish;
