/** Tokens and idempotency records in the database. */
@NullMarked
package org.serviceexchange.api.store;

import org.jspecify.annotations.NullMarked;
