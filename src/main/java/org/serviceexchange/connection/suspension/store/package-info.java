/** Suspensions, in the database. */
@NullMarked
package org.serviceexchange.connection.suspension.store;

import org.jspecify.annotations.NullMarked;
