/** Accounts of users: who there are, what they may do, and the one-time links by which they set their passwords. */
@ApplicationModule(
        displayName = "Accounts",
        allowedDependencies = {"platform :: *", "directory", "directory :: login", "kmf"})
@NullMarked
package org.serviceexchange.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
