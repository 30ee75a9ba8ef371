package org.serviceexchange.consumer.connection.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.serviceexchange.center.Case;
import org.serviceexchange.center.CaseSource;
import org.serviceexchange.center.CaseSource.State;
import org.serviceexchange.center.CaseTable;
import org.serviceexchange.center.CaseTables;
import org.serviceexchange.center.Side;
import org.serviceexchange.consumer.connection.ConnectionInWords;
import org.serviceexchange.consumer.connection.ConnectionSnapshot;
import org.serviceexchange.consumer.connection.ConnectionState;
import org.serviceexchange.consumer.connection.Invitation;
import org.serviceexchange.consumer.connection.PinnedProvider;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.directory.User;
import org.serviceexchange.protocol.wire.ProtocolPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Provider connections as cases; the name of the person who opened the link is read in the same statement as the rows.
 */
@Configuration(proxyBeanMethods = false)
class ConnectionCases {

    private static final CaseTable TABLE = new CaseTable(
            "provider_connection",
            "opened_at",
            null,
            List.of("lower(provider_url)", "lower(registration)"),
            "opened_by");
    private static final String ROWS = "select p.*, u.first_, u.last_ from provider_connection p"
            + " left join act_id_user u on u.id_ = p.opened_by where p.number in (:numbers)";

    @Bean
    CaseSource connectionsAsCases(CaseTables tables, JdbcClient jdbc) {
        List<State> states = Arrays.stream(ConnectionState.values())
                .map(state -> new State(state.name(), ConnectionInWords.state(state)))
                .toList();
        return new CaseSource(Side.CONSUMER, states, tables, TABLE, numbers -> read(jdbc, numbers));
    }

    private static Map<String, Case> read(JdbcClient jdbc, List<String> numbers) {
        return jdbc.sql(ROWS).param("numbers", numbers).query(ConnectionCases::read).list().stream()
                .collect(Collectors.toMap(Case::number, Function.identity()));
    }

    private static Case read(ResultSet row, int index) throws SQLException {
        ProviderConnection connection = ConnectionRow.read(row, index);
        Invitation invitation = connection.invitation();
        ConnectionSnapshot snapshot = connection.snapshot();
        PinnedProvider provider = snapshot.provider();
        String name = provider == null ? invitation.provider().getHost() : provider.name();
        return new Case(
                connection.number(),
                name,
                User.displayName(invitation.openedBy(), row.getString("first_"), row.getString("last_")),
                invitation.provider().toString(),
                ConnectionInWords.state(connection.state()),
                ConnectionInWords.tone(connection.state()),
                provider == null ? null : ProtocolPaths.VERSION,
                snapshot.pendingOn(),
                ConnectionInWords.who(snapshot, name),
                row.getObject("turn_since", OffsetDateTime.class).toInstant(),
                snapshot.due().orElse(null),
                ConnectionInWords.next(connection.state()));
    }
}
