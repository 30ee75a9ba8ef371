/** Signed claims of registrations and their signed responses. */
@NamedInterface("claim")
@NullMarked
package org.serviceexchange.protocol.claim;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
