/** The rule book of process models: what a folder of models may contain and has to fulfil. It needs neither Spring nor the engine. */
@NamedInterface("rulebook")
@NullMarked
package org.serviceexchange.platform.rulebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
