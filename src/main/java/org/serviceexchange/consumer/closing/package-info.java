/** All ways in which a connection ends without being onboarded. */
@NamedInterface("closing")
@NullMarked
package org.serviceexchange.consumer.closing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
