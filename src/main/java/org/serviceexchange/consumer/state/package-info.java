/** What this instance as a consumer says of a connection, and what follows from what the provider says of its registration. */
@NamedInterface("state")
@NullMarked
package org.serviceexchange.consumer.state;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
