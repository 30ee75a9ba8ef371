/** Signed states of shared records: each side asks the other, and adopts what follows for its own record. */
@NamedInterface("state")
@NullMarked
package org.serviceexchange.connection.state;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
