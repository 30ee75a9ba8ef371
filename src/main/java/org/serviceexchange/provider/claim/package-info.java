/** A consumer claims a registration with the secret of its link. */
@NullMarked
package org.serviceexchange.provider.claim;

import org.jspecify.annotations.NullMarked;
