/** Delegates of the invitation. */
@NullMarked
package org.serviceexchange.provider.invitation.engine;

import org.jspecify.annotations.NullMarked;
