package org.serviceexchange.provider.registration;

import java.util.function.Predicate;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Executes an action on a registration only if the registration is unchanged since the client read it (If-Match). */
@Service
public class IfMatch {

    private final Registrations registrations;

    IfMatch(Registrations registrations) {
        this.registrations = registrations;
    }

    /**
     * Locks the registration, so that nothing changes between check and action; a {@code CHANGED_MEANWHILE} problem if
     * it is not as expected.
     */
    @Transactional
    public void act(String number, Predicate<Registration> asExpected, Runnable act) {
        if (!asExpected.test(registrations.lock(number))) {
            throw new Problem(ProblemCode.CHANGED_MEANWHILE, number);
        }
        act.run();
    }
}
