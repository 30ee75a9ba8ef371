package org.serviceexchange.provider.registration.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.serviceexchange.center.Case;
import org.serviceexchange.center.CaseSource;
import org.serviceexchange.center.CaseSource.State;
import org.serviceexchange.center.CaseTable;
import org.serviceexchange.center.CaseTables;
import org.serviceexchange.center.Side;
import org.serviceexchange.directory.User;
import org.serviceexchange.protocol.wire.ProtocolPaths;
import org.serviceexchange.provider.registration.Link;
import org.serviceexchange.provider.registration.RegistrationInWords;
import org.serviceexchange.provider.registration.RegistrationSnapshot;
import org.serviceexchange.provider.registration.RegistrationState;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Registrations as cases; the names of company and contact are read in the same statement as the rows. */
@Configuration(proxyBeanMethods = false)
class RegistrationCases {

    private static final CaseTable TABLE = new CaseTable(
            "consumer_registration", "requested_at", "contact_id", List.of("lower(consumer_url)"), "contact_id");
    private static final String ROWS = "select r.*, c.name as company_name, u.first_, u.last_"
            + " from consumer_registration r left join company c on c.id = r.company_id"
            + " left join act_id_user u on u.id_ = r.contact_id where r.number in (:numbers)";

    @Bean
    CaseSource registrationsAsCases(CaseTables tables, JdbcClient jdbc) {
        List<State> states = Arrays.stream(RegistrationState.values())
                .map(state -> new State(state.name(), RegistrationInWords.state(state)))
                .toList();
        return new CaseSource(Side.PROVIDER, states, tables, TABLE, numbers -> read(jdbc, numbers));
    }

    private static Map<String, Case> read(JdbcClient jdbc, List<String> numbers) {
        return jdbc.sql(ROWS).param("numbers", numbers).query(RegistrationCases::read).list().stream()
                .collect(Collectors.toMap(Case::number, Function.identity()));
    }

    private static Case read(ResultSet row, int index) throws SQLException {
        RegistrationSnapshot snapshot = RegistrationRow.read(row, index).snapshot();
        String number = snapshot.request().number();
        String contact =
                User.displayName(snapshot.request().contactId(), row.getString("first_"), row.getString("last_"));
        Link link = snapshot.link();
        return new Case(
                number,
                Objects.toString(
                        row.getString("company_name"), snapshot.request().companyId()),
                contact,
                snapshot.request().shownUrl(),
                RegistrationInWords.state(snapshot),
                RegistrationInWords.tone(snapshot),
                snapshot.claim() == null ? null : ProtocolPaths.VERSION,
                snapshot.pendingOn(),
                RegistrationInWords.who(snapshot, contact),
                row.getObject("turn_since", OffsetDateTime.class).toInstant(),
                link == null ? null : link.expiresAt(),
                RegistrationInWords.next(snapshot));
    }
}
