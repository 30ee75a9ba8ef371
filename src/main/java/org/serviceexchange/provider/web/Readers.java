package org.serviceexchange.provider.web;

import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.web.LoggedInRoles;
import org.serviceexchange.provider.authorization.ContactMatch;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Decides who may read a registration: users who administer Service Exchange everything, its contact the state and the
 * comments, nobody else anything.
 */
@Component
class Readers {

    private final Registrations registrations;
    private final ContactMatch contactMatch;

    Readers(Registrations registrations, ContactMatch contactMatch) {
        this.registrations = registrations;
        this.contactMatch = contactMatch;
    }

    /** The registration; a {@code REGISTRATION_UNKNOWN} problem also if this user must not know that it exists. */
    Registration open(String number, Authentication user) {
        return registrations
                .find(number)
                .filter(found -> mayManage(user) || contactMatch.isContact(found, user.getName()))
                .orElseThrow(() -> new Problem(ProblemCode.REGISTRATION_UNKNOWN, number));
    }

    static boolean mayManage(Authentication user) {
        return Role.administer(LoggedInRoles.of(user));
    }
}
