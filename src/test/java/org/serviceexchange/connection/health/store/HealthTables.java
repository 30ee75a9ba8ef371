package org.serviceexchange.connection.health.store;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** The tables from which issues of connections are read, empty at first. */
final class HealthTables {

    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final JdbcClient jdbc;

    HealthTables(DataSource database) {
        jdbc = JdbcClient.create(database);
        for (String table : List.of(
                "heartbeat",
                "connection_suspension",
                "consumer_registration",
                "provider_connection",
                "kmf_key",
                "act_ru_incident",
                "act_ru_execution")) {
            jdbc.sql("drop table if exists " + table).update();
        }
        for (String table : List.of(
                "consumer_registration (number varchar(15), state varchar(30), connection_number varchar(15),"
                        + " key_id varchar(64), consumer_url varchar(500))",
                "provider_connection (number varchar(12), state varchar(30), registration varchar(15),"
                        + " key_id varchar(43), provider_url varchar(500))",
                "kmf_key (id varchar(36), module varchar(64), active_slot varchar(6), expires_at timestamp(6) with time zone)",
                "act_ru_execution (id_ varchar(64) primary key, business_key_ varchar(255))",
                "act_ru_incident (id_ varchar(64) primary key, incident_type_ varchar(255), proc_inst_id_ varchar(64))")) {
            jdbc.sql("create table " + table).update();
        }
        new ResourceDatabasePopulator(
                        new ClassPathResource("db/migration/V117__connection_suspension.sql"),
                        new ClassPathResource("db/migration/V125__heartbeat.sql"))
                .execute(database);
    }

    /** A moment in SQL. */
    static String before(Duration age) {
        return "timestamp with time zone '"
                + NOW.minus(age).toString().replace("T", " ").replace("Z", "+00") + "'";
    }

    /** A connection with which nothing is wrong. */
    void well(String number) {
        jdbc.sql(
                        "insert into heartbeat (module, side, registration, key_id, address, next_at, proved_at, heard_at, counter)"
                                + " values (?, ?, ?, 'k', 'a', ?, ?, ?, 9)")
                .params(
                        number,
                        number.startsWith("CCN") ? "PROVIDER" : "CONSUMER",
                        "REG-" + number,
                        NOW.plusSeconds(60).atOffset(ZoneOffset.UTC),
                        NOW.minusSeconds(60).atOffset(ZoneOffset.UTC),
                        NOW.minusSeconds(60).atOffset(ZoneOffset.UTC))
                .update();
    }

    void change(String number, String columns) {
        jdbc.sql("update heartbeat set " + columns + " where module = ?")
                .param(number)
                .update();
    }

    /** It rests in this time, and in no other. */
    void rests(String number, Instant from, Instant until) {
        jdbc.sql("delete from connection_suspension").update();
        jdbc.sql(
                        "insert into connection_suspension (connection, own, subject, kind, begins_at, ends_at, reason, said_at,"
                                + " record_version) values (?, false, 'REG', 'MAINTENANCE', ?, ?, 'disks', ?, 0)")
                .params(
                        number,
                        from.atOffset(ZoneOffset.UTC),
                        until.atOffset(ZoneOffset.UTC),
                        from.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Keys of both directions. */
    void keys(String module, String slot, Instant first, Instant second) {
        for (Instant expires : List.of(first, second)) {
            jdbc.sql("insert into kmf_key (id, module, active_slot, expires_at) values (?, ?, ?, ?)")
                    .params(UUID.randomUUID().toString(), module, slot, expires.atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    /** A process of this record has an incident. */
    void stopped(String businessKey, String kind) {
        String id = UUID.randomUUID().toString();
        jdbc.sql("insert into act_ru_execution (id_, business_key_) values (?, ?)")
                .params(id, businessKey)
                .update();
        jdbc.sql("insert into act_ru_incident (id_, incident_type_, proc_inst_id_) values (?, ?, ?)")
                .params(id + "i", kind, id)
                .update();
    }
}
