/** Every end of a connection that was not onboarded. */
@NullMarked
package org.serviceexchange.consumer.closing;

import org.jspecify.annotations.NullMarked;
