package org.serviceexchange.provider.registration;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Registrations in parts of a long list, newest first. */
public interface RegistrationPages {

    /** At most {@code limit} with a smaller number than {@code before}, in this state or in any. */
    List<Registration> registrations(@Nullable RegistrationState state, String before, int limit);

    /** The same by the number of their connection, which open and complete ones have; active ones, those not yet, or both. */
    List<Registration> connected(@Nullable Boolean active, String before, int limit);

    /** The one that led to a connection such as CCN0001001. */
    Optional<Registration> ofConnection(String number);
}
