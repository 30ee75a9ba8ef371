package org.serviceexchange.provider.registration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.center.CaseTable;

/** Reads registrations page by page, newest first, and as the lines of a list. */
public interface RegistrationPages {

    /**
     * At most {@code limit} registrations with a number smaller than {@code before}, in this state or, for null, in
     * any.
     */
    List<Registration> registrations(@Nullable RegistrationState state, String before, int limit);

    /**
     * The same for registrations that have a connection, ordered by the connection's number: those of registrations in this
     * state or, for null, in any.
     */
    List<Registration> connected(@Nullable RegistrationState state, String before, int limit);

    /** The registration of a connection such as CCN0001001. */
    Optional<Registration> ofConnection(String number);

    /** The table in which they are searched as cases. */
    CaseTable table();

    /** The registrations with these numbers, with what a list shows of other records. */
    List<Listed> listed(List<String> numbers);

    /**
     * A line of a list.
     *
     * @param company name of the company; its id if there is no such company
     * @param contact display name of the contact
     * @param pendingSince since when it is pending on the same people
     */
    record Listed(RegistrationSnapshot snapshot, String company, String contact, Instant pendingSince) {}
}
