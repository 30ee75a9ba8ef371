package org.serviceexchange.provider.registration;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads registrations page by page, newest first. */
public interface RegistrationPages {

    /**
     * At most {@code limit} registrations with a number smaller than {@code before}, in this state or, for null, in
     * any.
     */
    List<Registration> registrations(@Nullable RegistrationState state, String before, int limit);

    /**
     * The same for registrations that have a connection, ordered by the connection's number: active ones (true), others
     * (false), or both (null).
     */
    List<Registration> connected(@Nullable Boolean active, String before, int limit);

    /** The registration of a connection such as CCN0001001. */
    Optional<Registration> ofConnection(String number);
}
