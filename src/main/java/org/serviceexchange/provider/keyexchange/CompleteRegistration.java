package org.serviceexchange.provider.keyexchange;

import java.time.Clock;
import java.util.List;
import org.serviceexchange.connection.heartbeat.Heartbeats;
import org.serviceexchange.connection.life.ConnectionLife;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.Receipt;
import org.serviceexchange.kmf.ModuleKeys;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationState;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closes a registration as complete, once both directions are proved. */
@Service
public class CompleteRegistration {

    private final Registrations registrations;
    private final ModuleKeys moduleKeys;
    private final Heartbeats heartbeats;
    private final ConnectionLife life;
    private final Journal journal;
    private final Clock clock;

    public CompleteRegistration(
            Registrations registrations,
            ModuleKeys moduleKeys,
            Heartbeats heartbeats,
            ConnectionLife life,
            Journal journal,
            Clock clock) {
        this.registrations = registrations;
        this.moduleKeys = moduleKeys;
        this.heartbeats = heartbeats;
        this.life = life;
        this.journal = journal;
        this.clock = clock;
    }

    /** Records that the consumer responded to a probe under this key id, with the proof, and closes the registration. */
    @Transactional
    public boolean complete(String number, String keyId, List<Receipt> receipts) {
        Registration registration = registrations.lock(number);
        if (registration.state() == RegistrationState.CLOSED_COMPLETE) {
            return true;
        }
        registration.probeSent(keyId, clock.instant());
        registration.activate();
        registrations.save(registration);
        String connection = registration.connection().orElseThrow().number();
        moduleKeys.activate(connection, ConnectionSide.PROVIDER.sends(), keyId);
        LivingConsumers.followed(registration).ifPresent(heartbeats::follow);
        life.begin(connection);
        journal.comment(number, Journal.SYSTEM, LocalizedMessage.of("provider.note.active", connection), receipts);
        return true;
    }
}
