/** What this instance as a provider says of a registration, and what follows from what the consumer says of its connection. */
@NamedInterface("state")
@NullMarked
package org.serviceexchange.provider.state;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
