/** A connection that the consumer has lost is replaced in one act: it ends, and the same contact gets a new link. */
@NullMarked
package org.serviceexchange.provider.replacement;

import org.jspecify.annotations.NullMarked;
