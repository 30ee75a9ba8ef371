/** The table of attempts. */
@NullMarked
package org.serviceexchange.platform.web.throttle.store;

import org.jspecify.annotations.NullMarked;
