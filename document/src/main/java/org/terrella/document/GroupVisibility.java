package org.terrella.document;

/** How much of what a group holds is to be seen. */
public enum GroupVisibility {
  ALL,
  SOME,
  NONE
}
