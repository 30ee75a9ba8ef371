package org.serviceexchange.kmf.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.serviceexchange.kmf.Health;
import org.serviceexchange.platform.store.ProtectedTables;
import org.serviceexchange.platform.store.RefusedRecords;
import org.serviceexchange.platform.store.TestTables;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class RecordsCheckTest {

    private final ProtectedTables tables =
            TestTables.of(new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID()));
    private final RefusedRecords refused = new RefusedRecords();
    private final RecordsCheck check = new RecordsCheck(tables, refused);
    private final KeyInventory keys = new KeyInventory(null, null);

    @Test
    void examinesABoundedNumberInAReportAndEachRecordOfARoundOnce() {
        CountedRecords first = new CountedRecords(70);
        CountedRecords second = new CountedRecords(40);
        tables.add(first);
        tables.add(second);
        assertThat(check.check(keys).message().inDefault())
                .isEqualTo("The 50 records that were examined so far are as they were written.");
        assertThat(first.examined).hasSize(50);
        check.check(keys);
        HealthFinding third = check.check(keys);
        assertThat(first.examined).hasSize(70);
        assertThat(second.examined).hasSize(40);
        assertThat(new HashSet<>(first.examined)).hasSize(70);
        assertThat(third.message().inDefault())
                .isEqualTo("All 110 records of the last round are as they were written.");
        check.check(keys);
        assertThat(first.examined).hasSizeGreaterThan(70);
    }

    @Test
    void keepsWhatItFoundUntilItIsRepairedAndNamesThree() {
        CountedRecords records = new CountedRecords(60);
        tables.add(records);
        for (String key : new String[] {"K1", "K2", "K3", "K55"}) {
            records.altered.add(key);
        }
        assertThat(check.check(keys).message().inDefault())
                .contains("counted K1 (altered), counted K2 (altered), counted K3 (altered).");
        HealthFinding second = check.check(keys);
        assertThat(second.health()).isEqualTo(Health.MALFUNCTION);
        assertThat(second.message().inDefault())
                .contains("K3 (altered)")
                .contains("1")
                .doesNotContain("K55");
        records.altered.clear();
        assertThat(check.check(keys).health()).isEqualTo(Health.OPERATIONAL);
        assertThat(refused.all()).isEmpty();
    }
}
