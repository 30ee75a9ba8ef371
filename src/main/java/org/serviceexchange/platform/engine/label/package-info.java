/** Names of steps in the languages of their readers, from the deployment of each version. */
@NamedInterface("deployed")
@NullMarked
package org.serviceexchange.platform.engine.label;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
