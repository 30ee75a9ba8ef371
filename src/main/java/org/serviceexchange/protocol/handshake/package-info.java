/** The key exchange: the steps of both sides and the state stored between them. */
@NamedInterface("handshake")
@NullMarked
package org.serviceexchange.protocol.handshake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
