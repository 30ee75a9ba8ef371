/** Whether this instance lives and is ready, answered in time even if what is asked does not answer. */
@NamedInterface("health")
@NullMarked
package org.serviceexchange.platform.health;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
