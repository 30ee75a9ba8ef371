/** Checks before a connection may start. */
@NullMarked
package org.serviceexchange.consumer.validation;

import org.jspecify.annotations.NullMarked;
