/** The workshop of those who draw processes: versions of the models, what they do, and how they are shipped. */
@ApplicationModule(
        displayName = "Workshop",
        allowedDependencies = {"platform :: *", "kmf :: primitive", "journal", "connection :: life"})
@NullMarked
package org.serviceexchange.workshop;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
