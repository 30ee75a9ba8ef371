package org.serviceexchange.consumer.web;

import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.serviceexchange.center.CaseProgress;
import org.serviceexchange.consumer.TestConnections;
import org.serviceexchange.consumer.connection.ConnectionSnapshot;
import org.serviceexchange.consumer.connection.ConnectionState;
import org.serviceexchange.consumer.connection.Invitation;
import org.serviceexchange.consumer.connection.LinkInUse;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.transaction.support.TransactionOperations;

/** Inserts connections in any state into the database of a test instance, without a process. */
final class KeptConnections {

    private static final AtomicInteger NUMBERS = new AtomicInteger(7_000_000);

    private KeptConnections() {}

    /** The number of a new connection in this state. */
    static String add(TransactionOperations transactions, ProviderConnections connections, ConnectionState state) {
        return add(transactions, connections, model(state), state);
    }

    /** The number of a new connection whose contact has to log in at a provider with this base URL. */
    static String addAt(TransactionOperations transactions, ProviderConnections connections, String provider) {
        ProviderConnection model = TestConnections.like(
                TestConnections.claiming(),
                new Invitation(
                        TestConnections.NUMBER,
                        TestConnections.REGISTRATION,
                        URI.create(provider),
                        TestConnections.PIN,
                        "ada",
                        TestConnections.NOW));
        model.claimed(TestConnections.provider(provider, "client-1"));
        return add(transactions, connections, model, model.snapshot().state());
    }

    private static String add(
            TransactionOperations transactions,
            ProviderConnections connections,
            ProviderConnection model,
            ConnectionState state) {
        String id = String.valueOf(NUMBERS.incrementAndGet());
        ConnectionSnapshot like = model.snapshot();
        var invitation = new Invitation(
                "PCN" + id,
                "REG" + id,
                model.invitation().provider(),
                TestConnections.PIN,
                "ada",
                model.invitation().openedAt());
        LinkInUse link = new LinkInUse(null, "hash-" + id, TestConnections.EXPIRY);
        var progress = new CaseProgress<>(
                state, like.reason(), like.findings(), like.progress().approvals());
        ProviderConnection connection =
                ProviderConnection.of(new ConnectionSnapshot(invitation, progress, link, like.claim(), null, null));
        transactions.executeWithoutResult(status -> {
            connections.add(connection);
            connections.save(connection);
        });
        return connection.number();
    }

    private static ProviderConnection model(ConnectionState state) {
        return switch (state) {
            case AWAITING_VALIDATION, VALIDATED, CLAIMING -> TestConnections.opened();
            case VALIDATION_FAILED -> failed();
            case CLOSED_INCOMPLETE -> closed();
            default -> TestConnections.claimed();
        };
    }

    private static ProviderConnection failed() {
        ProviderConnection connection = TestConnections.opened();
        connection.checked(List.of(new Problem(ProblemCode.KMF_NOT_OPERATIONAL, "Clock").finding()));
        return connection;
    }

    private static ProviderConnection closed() {
        ProviderConnection connection = TestConnections.claiming();
        connection.close(LocalizedMessage.of(
                "consumer.reason.refused",
                LocalizedMessage.of(
                        "consumer.withCode", new Problem(ProblemCode.LINK_CLAIMED_BY_ANOTHER).message(), "SX-2203")));
        return connection;
    }
}
