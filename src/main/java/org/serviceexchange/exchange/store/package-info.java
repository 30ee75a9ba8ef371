/** Exchanges in progress, in the database. */
@NullMarked
package org.serviceexchange.exchange.store;

import org.jspecify.annotations.NullMarked;
