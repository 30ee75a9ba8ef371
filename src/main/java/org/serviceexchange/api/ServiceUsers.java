package org.serviceexchange.api;

import java.util.Optional;

/** The people responsible for the services that use the API. */
public interface ServiceUsers {

    /** User name of the admin who issued the newest token of a service. */
    Optional<String> responsibleFor(ServiceUser service);

    /** The user name behind an actor: the person's own, or for a service that of the responsible admin. */
    default String personBehind(String actor) {
        return ServiceUser.of(actor).flatMap(this::responsibleFor).orElse(actor);
    }
}
