/** The security log: who came in, who was refused, and who changed what people and programs may do. */
@NamedInterface("security")
@NullMarked
package org.serviceexchange.platform.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
