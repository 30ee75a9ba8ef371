/** Generation of record numbers. */
@NamedInterface("store")
@NullMarked
package org.serviceexchange.platform.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
