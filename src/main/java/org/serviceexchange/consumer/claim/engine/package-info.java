/** Delegates and listeners of the claim. */
@NullMarked
package org.serviceexchange.consumer.claim.engine;

import org.jspecify.annotations.NullMarked;
