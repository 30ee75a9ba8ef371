/** All ways in which a connection ends without being onboarded. */
@NullMarked
package org.serviceexchange.consumer.closing;

import org.jspecify.annotations.NullMarked;
