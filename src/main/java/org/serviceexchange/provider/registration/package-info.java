/** The record of a registration: its state and the changes that are allowed. */
@NamedInterface("registration")
@NullMarked
package org.serviceexchange.provider.registration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
