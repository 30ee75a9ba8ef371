package org.serviceexchange.checker.pair;

import org.jspecify.annotations.Nullable;
import org.serviceexchange.checker.walk.Position;
import org.serviceexchange.consumer.connection.ConnectionSnapshot;
import org.serviceexchange.provider.registration.RegistrationSnapshot;

/**
 * Everything that decides what can happen next.
 *
 * @param registration record of the provider; null before it was ordered
 * @param provider where the process of the registration stands
 * @param connection record of the consumer; null before the link was opened
 * @param consumer where the process of the connection stands
 * @param grant client whose token the provider accepts; empty if none
 * @param exchange client and key of a key exchange whose last answer the consumer awaits; empty if none
 */
public record PairState(
        @Nullable RegistrationSnapshot registration,
        Position provider,
        @Nullable ConnectionSnapshot connection,
        Position consumer,
        String grant,
        String exchange) {

    /** Before anything happened. */
    public static PairState initial() {
        return new PairState(null, Position.NOWHERE, null, Position.NOWHERE, "", "");
    }
}
