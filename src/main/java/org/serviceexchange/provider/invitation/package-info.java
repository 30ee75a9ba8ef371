/** The registration link, and the ways to deliver it to the contact. */
@NamedInterface("invitation")
@NullMarked
package org.serviceexchange.provider.invitation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
