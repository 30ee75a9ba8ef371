/** The table of attempts. */
@NullMarked
package org.serviceexchange.platform.web.store;

import org.jspecify.annotations.NullMarked;
