/** Exchanges in progress, in the database. */
@NullMarked
package org.serviceexchange.protocol.store;

import org.jspecify.annotations.NullMarked;
