/** Delegates of the closing. */
@NullMarked
package org.serviceexchange.provider.closing.engine;

import org.jspecify.annotations.NullMarked;
