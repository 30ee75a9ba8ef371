/** The workshop of those who draw processes: versions of the models, what they do, and how they are shipped. */
@ApplicationModule(
        displayName = "Workshop",
        allowedDependencies = {"platform :: *", "kmf :: primitive"})
@NullMarked
package org.serviceexchange.workshop;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
