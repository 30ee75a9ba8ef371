package org.serviceexchange.checker;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.checker.pair.Pair;
import org.serviceexchange.checker.pair.PairState;
import org.serviceexchange.checker.walk.Position;
import org.serviceexchange.consumer.connection.ConnectionSnapshot;
import org.serviceexchange.consumer.connection.ConnectionState;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.provider.registration.RegistrationSnapshot;
import org.serviceexchange.provider.registration.RegistrationState;

/** What must hold in each state for itself. */
final class Invariants {

    private Invariants() {}

    /** The properties that do not hold, with what is wrong. */
    static Map<Property, LocalizedMessage> of(PairState state, Pair pair) {
        Map<Property, LocalizedMessage> broken = new EnumMap<>(Property.class);
        if (activeAtProvider(state) && !earned(state.registration())) {
            broken.put(Property.EARNED, said("EARNED", ConnectionSide.PROVIDER));
        }
        if (activeAtConsumer(state) && !earned(state.connection())) {
            broken.put(Property.EARNED, said("EARNED", ConnectionSide.CONSUMER));
        }
        RegistrationSnapshot registration = state.registration();
        if (registration != null) {
            together(broken, ConnectionSide.PROVIDER, registration.state().closed(), state.provider());
        }
        ConnectionSnapshot connection = state.connection();
        if (connection != null) {
            together(broken, ConnectionSide.CONSUMER, connection.state().ended(), state.consumer());
        }
        return broken;
    }

    private static void together(
            Map<Property, LocalizedMessage> broken, ConnectionSide side, boolean closed, Position at) {
        if (closed && !at.over()) {
            broken.putIfAbsent(Property.TOGETHER, said("TOGETHER.goesOn", side));
        }
        if (!closed && at.over()) {
            broken.putIfAbsent(Property.TOGETHER, said("TOGETHER.ended", side));
        }
    }

    private static LocalizedMessage said(String key, ConnectionSide side) {
        return LocalizedMessage.of("checker.end." + key, LocalizedMessage.of("checker.side." + side));
    }

    static boolean activeAtProvider(PairState state) {
        RegistrationSnapshot row = state.registration();
        return row != null && row.state() == RegistrationState.CLOSED_COMPLETE;
    }

    static boolean activeAtConsumer(PairState state) {
        ConnectionSnapshot row = state.connection();
        return row != null && row.state() == ConnectionState.ONBOARDED;
    }

    /** Whether both sides are active under the same keys. */
    static boolean connected(PairState state) {
        RegistrationSnapshot registration = state.registration();
        ConnectionSnapshot connection = state.connection();
        return activeAtProvider(state)
                && activeAtConsumer(state)
                && registration != null
                && registration.connection() != null
                && connection != null
                && connection.keys() != null
                && registration.connection().keyId().equals(connection.keys().keyId());
    }

    /** Whether both cases have ended; one that nobody began is not missed. */
    static boolean over(PairState state) {
        return state.provider().over()
                && (!state.consumer().begun() || state.consumer().over());
    }

    private static boolean earned(@Nullable RegistrationSnapshot row) {
        return row != null
                && row.claim() != null
                && row.authorization().match() != null
                && row.authorization().consent() != null
                && row.connection() != null
                && row.connection().confirmed();
    }

    private static boolean earned(@Nullable ConnectionSnapshot row) {
        return row != null
                && row.provider() != null
                && row.keys() != null
                && row.keys().confirmed();
    }
}
