/** A provider and a consumer with their real records and use cases, over memory. */
@NamedInterface("pair")
@NullMarked
package org.serviceexchange.checker.pair;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
