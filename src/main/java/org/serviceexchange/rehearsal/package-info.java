/** Rehearses the models of a folder: a provider and a consumer live through stories and days in a few minutes; the command line asks it. */
@ApplicationModule(displayName = "Rehearsal")
@NullMarked
package org.serviceexchange.rehearsal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
