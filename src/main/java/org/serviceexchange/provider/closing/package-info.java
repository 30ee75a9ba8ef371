/** Every end of a registration without a connection. */
@NullMarked
package org.serviceexchange.provider.closing;

import org.jspecify.annotations.NullMarked;
