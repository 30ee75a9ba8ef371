/** What stores share: numbers of records, and reading long tables in parts. */
@NamedInterface("store")
@NullMarked
package org.serviceexchange.platform.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
