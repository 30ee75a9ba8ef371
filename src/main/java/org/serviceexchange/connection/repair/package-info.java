/** Repair: what a person can do about a case that does not go on, and what that means on both sides. */
@NamedInterface("repair")
@NullMarked
package org.serviceexchange.connection.repair;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
