/** What can be run on layers: descriptions, parameters and the algorithms themselves. */
package org.terrella.processing.algorithm;
