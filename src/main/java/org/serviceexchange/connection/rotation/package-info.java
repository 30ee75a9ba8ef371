/** New keys for a connection that lives. */
@NamedInterface("rotation")
@NullMarked
package org.serviceexchange.connection.rotation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
