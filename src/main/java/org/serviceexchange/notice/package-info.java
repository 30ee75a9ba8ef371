/** E-mails to admins about what happened to the registrations and connections that they care about; they follow the journal. */
@ApplicationModule(
        displayName = "Notices",
        allowedDependencies = {"platform :: *", "directory", "journal"})
@NullMarked
package org.serviceexchange.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
