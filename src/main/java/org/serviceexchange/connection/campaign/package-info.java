/** Campaigns: new keys for many connections in waves, the first few before all others. */
@NamedInterface("campaign")
@NullMarked
package org.serviceexchange.connection.campaign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
