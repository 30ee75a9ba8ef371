/** Every error a person or a peer can meet: its code, its cause, its solution, and who acts. */
@ApplicationModule(
        displayName = "Problems",
        allowedDependencies = {"words"})
@NullMarked
package org.serviceexchange.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
