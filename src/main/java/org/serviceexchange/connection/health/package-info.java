/** What is wrong with living connections, counted once for all of them, and what helps; computed whenever somebody asks. */
@NamedInterface("health")
@NullMarked
package org.serviceexchange.connection.health;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
