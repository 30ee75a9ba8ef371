/** The record of a connection to a provider: what it knows and what may happen to it. */
@NullMarked
package org.serviceexchange.consumer.connection;

import org.jspecify.annotations.NullMarked;
