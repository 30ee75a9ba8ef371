/** Approvals that a model asks people for: kept by the record of a case, which lets nothing pass that one of them comes before. */
@ApplicationModule(
        displayName = "Approval",
        allowedDependencies = {"platform :: *", "journal"})
@NullMarked
package org.serviceexchange.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
