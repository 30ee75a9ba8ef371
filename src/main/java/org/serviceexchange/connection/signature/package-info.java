/** A new signature key of an instance: its peers are told in words that the earlier one signed, prove it, and pin it from then on. */
@NamedInterface("signature")
@NullMarked
package org.serviceexchange.connection.signature;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
