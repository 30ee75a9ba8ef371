package org.serviceexchange.provider.closing;

import java.util.Optional;
import org.serviceexchange.connection.offboarding.OffBoardedRecords;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.provider.registration.Claim;
import org.serviceexchange.provider.registration.ClosingReason;
import org.serviceexchange.provider.registration.Counterpart.Departure;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationState;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Service;

/** The connections of completed registrations, which an admin of the provider can off-board. */
@Service
public class OffBoardedConsumers implements OffBoardedRecords {

    private final Registrations registrations;
    private final CloseRegistration closeRegistration;

    public OffBoardedConsumers(Registrations registrations, CloseRegistration closeRegistration) {
        this.registrations = registrations;
        this.closeRegistration = closeRegistration;
    }

    @Override
    public ConnectionSide side() {
        return ConnectionSide.PROVIDER;
    }

    @Override
    public Optional<String> peer(String number) {
        return registrations
                .find(number)
                .filter(registration -> registration.state() == RegistrationState.CLOSED_COMPLETE)
                .flatMap(Registration::claim)
                .map(Claim::consumerName);
    }

    @Override
    public boolean lockLive(String number) {
        Registration registration = registrations.lock(number);
        boolean live = registration.state() == RegistrationState.CLOSED_COMPLETE;
        if (!live && registration.state() != RegistrationState.OFF_BOARDED) {
            throw registration.snapshot().notNow(ProblemCode.CONNECTION_NOT_LIVE);
        }
        return live;
    }

    /** What the consumer has lost ends for that reason. */
    @Override
    public void end(String number) {
        boolean lost = registrations.lock(number).snapshot().counterpart().departure() == Departure.LOST;
        closeRegistration.end(number, lost ? ClosingReason.LOST_AT_CONSUMER : ClosingReason.OFF_BOARDED);
    }
}
