/** The application's only HTTP client, which reaches public addresses only. */
@NamedInterface("outbound")
@NullMarked
package org.serviceexchange.protocol.outbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
