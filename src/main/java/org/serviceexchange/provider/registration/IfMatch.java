package org.serviceexchange.provider.registration;

import java.util.function.Predicate;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Acts on a registration only if it is still as whoever decided it has seen it. */
@Service
public class IfMatch {

    private final Registrations registrations;

    IfMatch(Registrations registrations) {
        this.registrations = registrations;
    }

    /** Nothing changes it between the question and the act; a {@code CHANGED_MEANWHILE} problem if it is not as expected. */
    @Transactional
    public void act(String number, Predicate<Registration> asExpected, Runnable act) {
        if (!asExpected.test(registrations.lock(number))) {
            throw new Problem(ProblemCode.CHANGED_MEANWHILE, number);
        }
        act.run();
    }
}
