/** Acts on connections, and what programs see of them, alike on both sides. */
@NamedInterface("act")
@NullMarked
package org.serviceexchange.connection.act;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
