/** The provider's side of the key exchange, and the key confirmation in both directions. */
@NamedInterface("keyexchange")
@NullMarked
package org.serviceexchange.provider.keyexchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
