package org.serviceexchange.directory.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.BothDatabases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Companies of earlier versions, whose keys are their names in lower case. */
class CompanyNameKeysTest {

    static Stream<DataSource> databases() {
        return BothDatabases.named("company_keys").stream();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void appliesTheRuleToWhatExists(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("create table company (id varchar(10) primary key, name varchar(100), name_key varchar(2000) unique)")
                .update();
        jdbc.sql("insert into company values ('A', 'Stra\u00DFe', 'stra\u00DFe'), ('B', 'STRASSE!', 'strasse!'),"
                        + " ('C', 'Gru\u0308n', 'gru\u0308n'), ('D', 'Gr\u00FCn', 'gr\u00FCn')")
                .update();
        var keys = new CompanyNameKeys(jdbc, mock(), TransactionOperations.withoutTransaction());

        keys.afterSingletonsInstantiated();
        keys.afterSingletonsInstantiated();

        assertThat(jdbc.sql("select name_key from company order by id")
                        .query(String.class)
                        .list())
                .containsExactly("strasse", "strasse!", "gru\u0308n", "gr\u00FCn");
    }
}
