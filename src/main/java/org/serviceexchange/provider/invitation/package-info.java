/** The registration link and the ways in which it reaches the contact. */
@NullMarked
package org.serviceexchange.provider.invitation;

import org.jspecify.annotations.NullMarked;
