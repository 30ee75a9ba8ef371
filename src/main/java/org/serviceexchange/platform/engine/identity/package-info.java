/** The engine's identity service under this application's rules: names, passwords, and the work that a check of a password costs. */
@NamedInterface("identity")
@NullMarked
package org.serviceexchange.platform.engine.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
