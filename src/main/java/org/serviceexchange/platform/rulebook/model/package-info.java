/** Models as the rule book reads them: elements with their lines, expressions, and the processes that they draw. */
@NamedInterface("rulebook-model")
@NullMarked
package org.serviceexchange.platform.rulebook.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
