/** Every error that a person or a peer can meet: its code, its cause, its solution, and who can resolve it. */
@NamedInterface("problem")
@NullMarked
package org.serviceexchange.platform.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
