/** The consumer's records in the database. */
@NullMarked
package org.serviceexchange.consumer.store;

import org.jspecify.annotations.NullMarked;
