/** What stores share: numbers of records, rows that are written, keyset paging, and housekeeping. */
@NamedInterface("store")
@NullMarked
package org.serviceexchange.platform.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
