/** Probes: they prove, for one direction, that both sides hold the keys of a connection. */
@NamedInterface("probe")
@NullMarked
package org.serviceexchange.protocol.probe;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
