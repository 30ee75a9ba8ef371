package org.serviceexchange.consumer.repair;

import java.util.Map;
import org.serviceexchange.connection.repair.RepairAct;
import org.serviceexchange.connection.repair.RepairOffer;
import org.serviceexchange.connection.repair.RepairedCases;
import org.serviceexchange.consumer.closing.RequestConnectionCancellation;
import org.serviceexchange.consumer.connection.ConnectionProcess;
import org.serviceexchange.consumer.connection.ConnectionState;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.consumer.connection.engine.ConnectionElements;
import org.serviceexchange.platform.engine.ProcessDiagram;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.springframework.stereotype.Component;

/**
 * Connections to providers: no step can be skipped, because each is what makes the connection trustworthy; before keys are
 * agreed the person can log in at the provider anew.
 */
@Component
public class RepairConnection implements RepairedCases {

    private static final Map<String, String> NOT_SKIPPED = Map.of(
            ConnectionElements.CHECK_PREREQUISITES, "repair.no.checks",
            ConnectionElements.RESOLVE_VALIDATION_FINDINGS, "repair.no.checks",
            ConnectionElements.CONNECT_TO_PROVIDER, "repair.no.company",
            ConnectionElements.CLAIM_REGISTRATION, "repair.no.claim",
            ConnectionElements.AUTHENTICATE_AT_PROVIDER, "repair.no.consent",
            ConnectionElements.EXCHANGE_KEYS, "repair.no.proofs",
            ConnectionElements.ACTIVATE_CONNECTION, "repair.no.proofs",
            ConnectionElements.AWAIT_PROBE_OF_THE_PROVIDER, "repair.no.proofs");

    private static final Map<String, String> NOT_BACK = Map.of(
            ConnectionElements.CHECK_PREREQUISITES, "repair.no.first",
            ConnectionElements.RESOLVE_VALIDATION_FINDINGS, "repair.no.first",
            ConnectionElements.CONNECT_TO_PROVIDER, "repair.no.first",
            ConnectionElements.CLAIM_REGISTRATION, "repair.no.chosen",
            ConnectionElements.AUTHENTICATE_AT_PROVIDER, "repair.no.loginOpen",
            ConnectionElements.ACTIVATE_CONNECTION, "repair.no.keysAgreed",
            ConnectionElements.AWAIT_PROBE_OF_THE_PROVIDER, "repair.no.keysAgreed");

    private final ProviderConnections connections;
    private final ConnectionProcess process;
    private final RequestConnectionCancellation requestCancellation;
    private final ProcessDiagram diagram;

    public RepairConnection(
            ProviderConnections connections,
            ConnectionProcess process,
            RequestConnectionCancellation requestCancellation,
            ProcessDiagram connectionDiagram) {
        this.connections = connections;
        this.process = process;
        this.requestCancellation = requestCancellation;
        this.diagram = connectionDiagram;
    }

    @Override
    public ConnectionSide side() {
        return ConnectionSide.CONSUMER;
    }

    @Override
    public ProcessDiagram diagram() {
        return diagram;
    }

    @Override
    public void lock(String number) {
        connections.lock(connections.get(number).number());
    }

    @Override
    public RepairOffer skip(String number, String step) {
        return RepairOffer.refused(RepairAct.SKIP, NOT_SKIPPED.getOrDefault(step, "repair.no.unknown"));
    }

    @Override
    public RepairOffer back(String number, String step) {
        boolean exchanging = step.equals(ConnectionElements.EXCHANGE_KEYS)
                && connections.get(number).state() == ConnectionState.EXCHANGING_KEYS;
        return exchanging
                ? RepairOffer.of(RepairAct.BACK, "repair.back.login")
                : RepairOffer.refused(RepairAct.BACK, NOT_BACK.getOrDefault(step, "repair.no.unknown"));
    }

    @Override
    public RepairOffer undo(String number) {
        return connections.get(number).state().ended()
                ? RepairOffer.refused(RepairAct.UNDO, "repair.no.ended")
                : RepairOffer.of(RepairAct.UNDO, "repair.undo.consumer");
    }

    @Override
    public boolean carryOut(String number, String step, RepairAct act, String user) {
        switch (act) {
            case RETRY -> {
                return process.retry(number);
            }
            case BACK -> {
                return authenticateAgain(number);
            }
            case UNDO -> requestCancellation.request(number, user);
            case SKIP -> {
                return false;
            }
        }
        return true;
    }

    /** The access token goes: the provider asks the contact anew. */
    private boolean authenticateAgain(String number) {
        ProviderConnection connection = connections.lock(number);
        connection.authorizationExpired();
        connections.save(connection);
        return process.authenticateAgain(number);
    }
}
