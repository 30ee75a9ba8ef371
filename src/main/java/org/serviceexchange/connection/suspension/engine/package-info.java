/** Delegates of the suspension. */
@NullMarked
package org.serviceexchange.connection.suspension.engine;

import org.jspecify.annotations.NullMarked;
