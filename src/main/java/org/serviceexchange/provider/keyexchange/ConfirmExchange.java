package org.serviceexchange.provider.keyexchange;

import java.util.Arrays;
import java.util.List;
import org.serviceexchange.connection.evidence.PeerReceipts;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.Receipt;
import org.serviceexchange.kmf.ModuleKeys;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.store.Numbers;
import org.serviceexchange.protocol.handshake.Confirmation;
import org.serviceexchange.protocol.handshake.ConnectionKeys;
import org.serviceexchange.protocol.handshake.KeyExchangeServer;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.Parties;
import org.serviceexchange.provider.registration.ConsumerConnection;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores the keys of a completed exchange under the number of the connection. */
@Service
class ConfirmExchange {

    private static final String ALGORITHM = "AES-256-GCM";

    private final Registrations registrations;
    private final KeyExchangeServer server;
    private final ModuleKeys moduleKeys;
    private final Numbers numbers;
    private final Journal journal;

    ConfirmExchange(
            Registrations registrations,
            KeyExchangeServer server,
            ModuleKeys moduleKeys,
            Numbers numbers,
            Journal journal) {
        this.registrations = registrations;
        this.server = server;
        this.moduleKeys = moduleKeys;
        this.numbers = numbers;
        this.journal = journal;
    }

    /** Returns M4; keys, connection and journal entry are stored in the same transaction. */
    @Transactional
    public byte[] confirm(Parties parties, byte[] m3) {
        Registration registration = registrations.lock(parties.registration());
        if (registration.claim().filter(claim -> claim.isBy(parties.consumer())).isEmpty()) {
            throw new Problem(ProblemCode.AUTHORIZATION_REFUSED);
        }
        Confirmation confirmation = server.confirm(parties, m3);
        List<Receipt> receipts = PeerReceipts.exchange(
                confirmation.messages(m3),
                parties.provider().signatureKey(),
                parties.consumer().signatureKey(),
                false);
        confirmation.keys().ifPresent(keys -> keep(registration, keys, receipts));
        return confirmation.m4();
    }

    private void keep(Registration registration, ConnectionKeys keys, List<Receipt> receipts) {
        String number =
                registration.connection().map(ConsumerConnection::number).orElseGet(() -> numbers.next("CCN"));
        registration.keysAgreed(number, keys.keyId());
        registrations.save(registration);
        add(number, ConnectionSide.CONSUMER.sends(), keys.keyId(), keys.consumerToProvider());
        add(number, ConnectionSide.PROVIDER.sends(), keys.keyId(), keys.providerToConsumer());
        // Reserved, not used yet: see ConnectionKeys
        Arrays.fill(keys.resumption(), (byte) 0);
        journal.workNote(
                registration.number(),
                Journal.SYSTEM,
                LocalizedMessage.of("provider.note.keysExchanged", number),
                receipts);
    }

    private void add(String connection, String direction, String keyId, byte[] key) {
        moduleKeys.add(connection, direction, ALGORITHM, keyId, key);
        Arrays.fill(key, (byte) 0);
    }
}
