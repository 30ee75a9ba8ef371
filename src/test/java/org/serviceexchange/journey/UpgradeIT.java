package org.serviceexchange.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.BothDatabases;
import org.serviceexchange.LandedDatabases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Two instances whose data was made by an earlier version are started from today's jar, and finish what was begun. Each is in
 * another zone than the one before, and than the other.
 */
@ExtendWith(KeptPorts.class)
class UpgradeIT {

    /**
     * The two sides of an onboarding were kept together, so both are of one kind. Data of the newest version is met in both kinds,
     * that of earlier ones in one of them by turns, so that one more version costs one more pair only.
     */
    static Stream<Arguments> databases() {
        List<String> versions = LandedDatabases.versions();
        return IntStream.range(0, versions.size()).boxed().flatMap(number -> {
            Arguments h2 = Arguments.of(versions.get(number), "h2");
            Arguments postgres = Arguments.of(versions.get(number), "postgres");
            boolean newest = versions.get(number).equals(LandedDatabases.newest());
            return newest ? Stream.of(h2, postgres) : Stream.of(number % 2 == 0 ? h2 : postgres);
        });
    }

    @ParameterizedTest
    @MethodSource("databases")
    void finishesWhatAnEarlierVersionBegan(String version, String kind) throws IOException, InterruptedException {
        Path folder = Folders.fresh("upgrade-" + version + "-" + kind);
        DataSource providerData = prepare(version, kind, "provider", folder);
        DataSource consumerData = prepare(version, kind, "consumer", folder);
        try (Pair pair = Pair.start(
                folder,
                settings(kind, providerData, "Asia/Kolkata"),
                settings(kind, consumerData, "America/New_York"))) {
            ProviderAdmin admin = new ProviderAdmin(pair.provider());
            assertThat(admin.state("REG0001001")).isEqualTo("Open");
            assertThat(admin.state("REG0001002")).isEqualTo("Open");

            ContactPerson waiting = new ContactPerson(pair);
            waiting.resume("PCN0001001");
            waiting.allow(waiting.logInAtProvider(waiting.authenticate(), "abel.tuter", "demo-contact-1"));
            waiting.awaitState("Onboarded");
            admin.awaitState("REG0001001", "Closed Complete");

            ContactPerson later = new ContactPerson(pair);
            later.goAllTheWay(admin.awaitLink("REG0001002"), "later.contact", ProviderAdmin.CONTACT_PASSWORD);
            later.awaitState("Onboarded");
            admin.awaitState("REG0001002", "Closed Complete");

            admin.company("New Ltd", "new.contact");
            String number =
                    admin.register("New Ltd", "new.contact", pair.consumer().address());
            URI link = admin.awaitLink(number);
            assertThat(link).hasAuthority(pair.consumer().address().getAuthority());
            if (kind.equals("postgres")) {
                firesWhenTheRecordSays(providerData, number);
            }
        }
    }

    /** The timers that end it are stored in UTC, though the JVM was started in another zone. */
    private static void firesWhenTheRecordSays(DataSource database, String number) {
        assertThat(JdbcClient.create(database)
                        .sql("""
                                select extract(epoch from (j.duedate_ - (r.link_expires_at at time zone 'UTC')))
                                from consumer_registration r join act_ru_execution e on e.business_key_ = r.number
                                join act_ru_job j on j.process_instance_id_ = e.id_
                                where r.number = ? and j.duedate_ is not null
                                    and j.handler_cfg_ not like 'event_reminderDue%'""")
                        .param(number)
                        .query(Double.class)
                        .list())
                .isNotEmpty()
                .allSatisfy(seconds -> assertThat(seconds).isBetween(-1.0, 1.0));
    }

    private static DataSource prepare(String version, String kind, String side, Path folder) throws IOException {
        Path home = folder.resolve(side);
        LandedDatabases.unpack(version, kind, side, home);
        DataSource database;
        if (kind.equals("h2")) {
            database = new DriverManagerDataSource("jdbc:h2:file:" + home.resolve("database"), "sa", "");
        } else {
            database = BothDatabases.postgres("upgrade_" + version + "_" + side);
            LandedDatabases.restore(home, database);
        }
        LandedDatabases.renewLinks(database);
        return database;
    }

    private static String[] settings(String kind, DataSource database, String zone) {
        String[] onDatabase = kind.equals("h2") ? new String[0] : OnPostgres.settings(database);
        return Stream.concat(Stream.of("-Duser.timezone=" + zone), Stream.of(onDatabase))
                .toArray(String[]::new);
    }
}
