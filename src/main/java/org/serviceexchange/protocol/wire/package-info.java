/** Messages as they cross the network: their form, their signature, and the description of an instance. */
@NamedInterface("wire")
@NullMarked
package org.serviceexchange.protocol.wire;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
