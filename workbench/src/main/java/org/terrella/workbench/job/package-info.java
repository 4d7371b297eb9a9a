/** Work in progress. */
package org.terrella.workbench.job;
