/** The registration link, and the ways to deliver it to the contact. */
@NullMarked
package org.serviceexchange.provider.invitation;

import org.jspecify.annotations.NullMarked;
