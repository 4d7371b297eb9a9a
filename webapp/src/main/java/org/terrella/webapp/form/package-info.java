/** Controls for the parameters of algorithms, and the values that they stand for. */
package org.terrella.webapp.form;
