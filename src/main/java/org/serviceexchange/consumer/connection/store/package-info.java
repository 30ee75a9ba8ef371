/** Connections to providers in the database. */
@NullMarked
package org.serviceexchange.consumer.connection.store;

import org.jspecify.annotations.NullMarked;
