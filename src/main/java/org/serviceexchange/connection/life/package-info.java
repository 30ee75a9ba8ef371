/** Connections that live, and the process that each of them has. */
@NamedInterface("life")
@NullMarked
package org.serviceexchange.connection.life;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
