package org.serviceexchange.consumer.approval;

import java.util.function.UnaryOperator;
import org.serviceexchange.approval.ApprovalRecords;
import org.serviceexchange.approval.Approvals;
import org.serviceexchange.consumer.closing.CloseConnection;
import org.serviceexchange.consumer.connection.ConnectionProcess;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.springframework.stereotype.Component;

/** The approvals of connections to providers; who opened the link is who requested the case. */
@Component
public class ConnectionApprovals implements ApprovalRecords {

    private final ProviderConnections connections;
    private final ConnectionProcess process;
    private final CloseConnection closeConnection;

    public ConnectionApprovals(
            ProviderConnections connections, ConnectionProcess process, CloseConnection closeConnection) {
        this.connections = connections;
        this.process = process;
        this.closeConnection = closeConnection;
    }

    @Override
    public boolean keep(String number) {
        return number.startsWith("PCN");
    }

    @Override
    public Approvals approvals(String number) {
        return of(connections.get(number));
    }

    @Override
    public Approvals lock(String number) {
        return of(connections.lock(number));
    }

    @Override
    public void change(String number, UnaryOperator<Approvals> change) {
        ProviderConnection connection = connections.lock(number);
        connection.approvals(change);
        connections.save(connection);
    }

    @Override
    public String requester(String number) {
        return connections.get(number).invitation().openedBy();
    }

    @Override
    public String words() {
        return "consumer";
    }

    /** The process has one way to an end from wherever it stands, on which the closed record stays as it is. */
    @Override
    public void close(String number, String label, boolean inTime) {
        String reason = inTime ? "consumer.reason.notApproved" : "consumer.reason.notApprovedInTime";
        closeConnection.close(number, LocalizedMessage.of(reason, label));
        process.cancel(number);
    }

    private static Approvals of(ProviderConnection connection) {
        return connection.snapshot().progress().approvals();
    }
}
