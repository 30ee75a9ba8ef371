/** How a command on the same machine asks the running instance for a backup. */
@NamedInterface("local")
@NullMarked
package org.serviceexchange.backup.local;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
