/** Delegates of the closing. */
@NullMarked
package org.serviceexchange.consumer.closing.engine;

import org.jspecify.annotations.NullMarked;
