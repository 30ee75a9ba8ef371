package org.serviceexchange.api;

import java.util.Optional;

/** Who stands behind the services that use the API. */
public interface ServiceUsers {

    /** User name of the admin who issued the newest token of a service. */
    Optional<String> responsibleFor(ServiceUser service);

    /** The user name of an actor: a person's own, for a service the responsible admin's. */
    default String personBehind(String actor) {
        return ServiceUser.of(actor).flatMap(this::responsibleFor).orElse(actor);
    }
}
