/** Off-boarding: a person ends a live connection at this instance, whether or not the other side can be reached. */
@NamedInterface("offboarding")
@NullMarked
package org.serviceexchange.connection.offboarding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
