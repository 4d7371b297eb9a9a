/** Failures a person can act on, each with a stable code. */
package org.terrella.error;
