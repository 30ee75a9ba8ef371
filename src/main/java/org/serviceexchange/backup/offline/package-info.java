/** The few parts of an instance that commands need while it does not run. */
@NamedInterface("offline")
@NullMarked
package org.serviceexchange.backup.offline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
