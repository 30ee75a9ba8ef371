/** Checks before a connection may start. */
@NamedInterface("validation")
@NullMarked
package org.serviceexchange.consumer.validation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
