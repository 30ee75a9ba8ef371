package org.serviceexchange.rehearsal;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.checker.ProveProcesses;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.platform.engine.FailedSteps;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.provider.invitation.RegistrationLinks;
import org.serviceexchange.provider.registration.Registrations;
import org.serviceexchange.rehearsal.engine.PendingJob;

/** One onboarding of a rehearsal on both sides: its records, and where its processes stand. */
final class OneCase {

    private final RehearsedPair pair;
    private String registration = "";
    private String connection = "";

    OneCase(RehearsedPair pair) {
        this.pair = pair;
    }

    /** The number of its record on a side; empty before there is one. */
    String number(ConnectionSide side) {
        return side == ConnectionSide.PROVIDER ? registration : connection;
    }

    void registered(String number) {
        registration = number;
    }

    void connecting(String number) {
        connection = number;
    }

    static String process(ConnectionSide side) {
        return side == ConnectionSide.PROVIDER ? ProveProcesses.REGISTRATION : ProveProcesses.CONNECTION;
    }

    /** The case on a side's engine; empty before it began and when it is over. */
    Optional<String> instance(ConnectionSide side) {
        String number = number(side);
        return number.isEmpty() ? Optional.empty() : pair.side(side).engine().instance(process(side), number);
    }

    /** Where it stands on a side, as the checker says it. */
    List<String> tokens(ConnectionSide side) {
        return instance(side).map(pair.side(side).engine()::tokens).orElse(List.of());
    }

    /** The state of the record on a side; null if there is none. */
    @Nullable
    LocalizedMessage state(ConnectionSide side) {
        if (number(side).isEmpty()) {
            return null;
        }
        return side == ConnectionSide.PROVIDER
                ? pair.side(side)
                        .get(Registrations.class)
                        .get(registration)
                        .snapshot()
                        .label()
                : pair.side(side)
                        .get(ProviderConnections.class)
                        .get(connection)
                        .state()
                        .label();
    }

    /** Why a step on a side fails; empty if none does. */
    Optional<Finding> failure(ConnectionSide side) {
        return number(side).isEmpty()
                ? Optional.empty()
                : pair.side(side).get(FailedSteps.class).reason(process(side), number(side));
    }

    /** The link that the contact has. */
    URI link() {
        RehearsedSide provider = pair.side(ConnectionSide.PROVIDER);
        return provider.get(RegistrationLinks.class)
                .addressOf(provider.get(Registrations.class).get(registration))
                .orElseThrow(() -> new NotPossible(LocalizedMessage.of("rehearsal.noLink")));
    }

    /** Whether a job of this case waits in front of one of these steps. */
    boolean isHeld(PendingJob job, List<String> provider, List<String> consumer) {
        return isHeld(job, ConnectionSide.PROVIDER, provider) || isHeld(job, ConnectionSide.CONSUMER, consumer);
    }

    private boolean isHeld(PendingJob job, ConnectionSide side, List<String> tokens) {
        return !job.element().isEmpty()
                && tokens.contains(job.element() + "!")
                && instance(side).filter(job.instance()::equals).isPresent();
    }
}
