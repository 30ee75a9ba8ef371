package org.serviceexchange.provider.registration.store;

import java.util.List;
import org.serviceexchange.center.CaseTable;
import org.serviceexchange.provider.registration.RegistrationState;

/** How registrations are searched as cases. */
final class RegistrationsAsCases {

    static final CaseTable TABLE = new CaseTable(
            "consumer_registration",
            "requested_at",
            "contact_id",
            List.of("lower(consumer_url)"),
            "contact_id",
            RegistrationState.CLOSED_COMPLETE.name(),
            "select registration from heartbeat where side = 'PROVIDER'");

    private RegistrationsAsCases() {}
}
