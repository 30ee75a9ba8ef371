package org.serviceexchange.connection.campaign.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.serviceexchange.connection.campaign.Campaign;
import org.serviceexchange.connection.campaign.CampaignPlan;
import org.serviceexchange.connection.campaign.Campaigns;
import org.serviceexchange.platform.store.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The campaign in the table {@code campaign}, its connections in {@code campaign_connection}. */
@Repository
class JdbcCampaigns implements Campaigns {

    private final JdbcClient jdbc;

    JdbcCampaigns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Campaign> last() {
        return read("");
    }

    @Override
    public Optional<Campaign> lock() {
        return read(" for update");
    }

    private Optional<Campaign> read(String locking) {
        return jdbc.sql("select * from campaign where id = 1" + locking)
                .query(JdbcCampaigns::campaign)
                .optional();
    }

    @Override
    public void save(Campaign campaign) {
        Row row = new Row()
                .set("id", 1)
                .set("author", campaign.author())
                .set("started_at", campaign.startedAt())
                .set("canaries", campaign.plan().canaries())
                .set("per_hour", campaign.plan().perHour())
                .set("stop_after", campaign.plan().stopAfter())
                .set("chosen", String.join(" ", campaign.plan().chosen()))
                .set("state", campaign.state())
                .set("waves_from", campaign.wavesFrom())
                .set("provider_reached", campaign.providerReached())
                .set("consumer_reached", campaign.consumerReached())
                .set("left_out", campaign.leftOut());
        if (!row.update(jdbc, "campaign", "id")) {
            row.insert(jdbc, "campaign");
        }
    }

    @Override
    public void forgetConnections() {
        jdbc.sql("delete from campaign_connection").update();
    }

    @Override
    public boolean asked(Asked asked) {
        long known = jdbc.sql("select count(*) from campaign_connection where connection = ?")
                .param(asked.connection())
                .query(Long.class)
                .single();
        if (known > 0) {
            return false;
        }
        new Row()
                .set("connection", asked.connection())
                .set("subject", asked.subject())
                .set("key_before", asked.keyBefore())
                .set("asked_at", asked.at())
                .insert(jdbc, "campaign_connection");
        return true;
    }

    @Override
    public List<Asked> waiting(int limit) {
        return jdbc.sql("select * from campaign_connection where renewed_at is null order by asked_at, connection"
                        + " fetch first " + limit + " rows only")
                .query((row, index) -> new Asked(
                        row.getString("connection"),
                        row.getString("subject"),
                        row.getString("key_before"),
                        Row.time(row, "asked_at")))
                .list();
    }

    @Override
    public void renewed(String connection, Instant at) {
        jdbc.sql("update campaign_connection set renewed_at = ? where connection = ?")
                .params(at.atOffset(ZoneOffset.UTC), connection)
                .update();
    }

    @Override
    public void forget(String connection) {
        jdbc.sql("delete from campaign_connection where connection = ?")
                .param(connection)
                .update();
    }

    @Override
    public Counts counts(Instant askedBefore) {
        return jdbc.sql("select count(*) as asked, count(renewed_at) as renewed,"
                        + " count(case when renewed_at is null and asked_at < ? then 1 end) as late"
                        + " from campaign_connection")
                .param(askedBefore.atOffset(ZoneOffset.UTC))
                .query((row, index) -> new Counts(row.getLong("asked"), row.getLong("renewed"), row.getLong("late")))
                .single();
    }

    private static Campaign campaign(ResultSet row, int index) throws SQLException {
        String chosen = row.getString("chosen");
        return new Campaign(
                row.getString("author"),
                Row.time(row, "started_at"),
                new CampaignPlan(
                        row.getInt("canaries"),
                        row.getInt("per_hour"),
                        row.getInt("stop_after"),
                        chosen.isEmpty() ? List.of() : Arrays.asList(chosen.split(" ", -1))),
                Campaign.State.valueOf(row.getString("state")),
                Row.timeOrNull(row, "waves_from"),
                row.getString("provider_reached"),
                row.getString("consumer_reached"),
                row.getLong("left_out"));
    }
}
