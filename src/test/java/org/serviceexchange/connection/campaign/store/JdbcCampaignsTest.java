package org.serviceexchange.connection.campaign.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.BothDatabases;
import org.serviceexchange.connection.campaign.Campaign;
import org.serviceexchange.connection.campaign.Campaign.State;
import org.serviceexchange.connection.campaign.CampaignPlan;
import org.serviceexchange.connection.campaign.Campaigns.Asked;
import org.serviceexchange.connection.campaign.Campaigns.Counts;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

class JdbcCampaignsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00.123Z");

    static List<DataSource> databases() {
        return BothDatabases.named("campaigns");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void keepsTheLastCampaign(DataSource database) {
        JdbcCampaigns campaigns = empty(database);
        assertThat(campaigns.last()).isEmpty();
        CampaignPlan chosen = new CampaignPlan(3, 60, 2, List.of("CCN0001001", "PCN0001001"));
        Campaign first = new Campaign("ada", NOW, chosen, State.RUNNING, null, "ZZZ", "", 1);
        campaigns.save(first);
        assertThat(campaigns.lock()).contains(first);
        Campaign next = new Campaign(
                "bob", NOW, new CampaignPlan(1, 2, 3, List.of()), State.DONE, NOW.plusSeconds(1), "", "PCN0001001", 4);
        campaigns.save(next);
        assertThat(campaigns.last()).contains(next);
        campaigns.save(first);
        assertThat(campaigns.last()).contains(first);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void countsConnectionsAndNamesWhoWaits(DataSource database) {
        JdbcCampaigns campaigns = empty(database);
        Asked late = new Asked("CCN0001001", "REG0001001", "old", NOW.minusSeconds(9));
        Asked renewed = new Asked("CCN0001002", "REG0001002", "old", NOW.minusSeconds(9));
        Asked waiting = new Asked("PCN0001001", "PCN0001001", "old", NOW);
        for (Asked one : List.of(late, renewed, waiting)) {
            assertThat(campaigns.asked(one)).isTrue();
        }
        assertThat(campaigns.asked(late)).isFalse();
        campaigns.renewed("CCN0001002", NOW);
        assertThat(campaigns.waiting(9)).containsExactly(late, waiting);
        assertThat(campaigns.waiting(1)).containsExactly(late);
        assertThat(campaigns.counts(NOW.minusSeconds(1))).isEqualTo(new Counts(3, 1, 1));

        campaigns.forget("CCN0001001");
        assertThat(campaigns.counts(NOW)).isEqualTo(new Counts(2, 1, 0));
        campaigns.forgetConnections();
        assertThat(campaigns.counts(NOW)).isEqualTo(new Counts(0, 0, 0));
    }

    private static JdbcCampaigns empty(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        for (String table : List.of("raised_alarm", "campaign", "campaign_connection")) {
            jdbc.sql("drop table if exists " + table).update();
        }
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V119__alarms_and_campaign.sql"))
                .execute(database);
        return new JdbcCampaigns(jdbc);
    }
}
