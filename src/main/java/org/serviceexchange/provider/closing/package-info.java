/** All ways in which a registration ends without a connection. */
@NamedInterface("closing")
@NullMarked
package org.serviceexchange.provider.closing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
