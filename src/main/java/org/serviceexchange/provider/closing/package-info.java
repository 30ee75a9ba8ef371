/** All ways in which a registration ends without a connection. */
@NullMarked
package org.serviceexchange.provider.closing;

import org.jspecify.annotations.NullMarked;
