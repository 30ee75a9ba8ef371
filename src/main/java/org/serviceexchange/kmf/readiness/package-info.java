/** Key management when an instance starts: what an interrupted change left, and whether its state counts for readiness. */
@NullMarked
package org.serviceexchange.kmf.readiness;

import org.jspecify.annotations.NullMarked;
