package org.serviceexchange.consumer.keyexchange;

import java.util.List;
import org.serviceexchange.approval.ApprovalPlace;
import org.serviceexchange.connection.life.ConnectionLife;
import org.serviceexchange.consumer.connection.AgreedKeys;
import org.serviceexchange.consumer.connection.ProviderCalls;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.Receipt;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.store.Recording;
import org.springframework.stereotype.Service;

/** Probes the provider with the new keys. */
@Service
public class ActivateConnectionAtConsumer {

    private final ProviderConnections connections;
    private final ProviderCalls provider;
    private final KeyRing keyRing;
    private final LivingProviders livingProviders;
    private final ConnectionLife life;
    private final Journal journal;

    public ActivateConnectionAtConsumer(
            ProviderConnections connections,
            ProviderCalls provider,
            KeyRing keyRing,
            LivingProviders livingProviders,
            ConnectionLife life,
            Journal journal) {
        this.connections = connections;
        this.provider = provider;
        this.keyRing = keyRing;
        this.livingProviders = livingProviders;
        this.life = life;
        this.journal = journal;
    }

    /**
     * Whether the provider's own probe has already arrived, once this is recorded. The row is locked only after the provider responded, so
     * that its probe can arrive meanwhile, and stays locked until the process has reached the event that the probe
     * triggers.
     */
    public Recording<Boolean> activate(String number) {
        ProviderConnection before = connections.get(number);
        before.snapshot().requireApproved(ApprovalPlace.ACTIVATION);
        AgreedKeys agreed = before.agreedKeys();
        List<Receipt> receipts = agreed.outbound()
                ? List.of()
                : provider.probe(before.invitation(), before.pinnedProvider(), agreed.keyId());
        return () -> activated(number, agreed.keyId(), receipts);
    }

    private boolean activated(String number, String keyId, List<Receipt> receipts) {
        ProviderConnection connection = connections.lock(number);
        if (!connection.agreedKeys().outbound()) {
            connection.probeSent(keyId);
            keyRing.activateOutbound(number, keyId);
            connections.save(connection);
            livingProviders.follow(connection);
            journal.workNote(number, Journal.SYSTEM, LocalizedMessage.of("consumer.note.outboundActive"), receipts);
        }
        boolean active = connection.agreedKeys().inbound();
        if (active) {
            life.begin(number);
        }
        return active;
    }
}
