/** Editing one map from several browsers; nothing is here yet. */
package org.terrella.collaboration;
