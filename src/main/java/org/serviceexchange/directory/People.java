package org.serviceexchange.directory;

import java.util.Optional;

/** Names and e-mail addresses in the user directory, as they were entered. */
public interface People {

    Optional<Person> person(String userId);
}
