/** The one HTTP client of the application, which reaches public addresses only. */
@NamedInterface("outbound")
@NullMarked
package org.serviceexchange.protocol.outbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
