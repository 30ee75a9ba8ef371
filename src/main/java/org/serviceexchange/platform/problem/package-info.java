/** Every error a person or a peer can meet: its code, its cause, its solution, and who acts. */
@NamedInterface("problem")
@NullMarked
package org.serviceexchange.platform.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
