/** The record of a connection to a provider: its state and the changes that are allowed. */
@NamedInterface("connection")
@NullMarked
package org.serviceexchange.consumer.connection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
