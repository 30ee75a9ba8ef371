package org.serviceexchange.checker.pair;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.serviceexchange.connection.heartbeat.HeartbeatRows;
import org.serviceexchange.connection.heartbeat.HeartbeatSettings;
import org.serviceexchange.connection.heartbeat.Heartbeats;
import org.serviceexchange.connection.heartbeat.OwnIncarnations;
import org.serviceexchange.connection.life.ConnectionLife;
import org.serviceexchange.connection.offboarding.EndConnection;
import org.serviceexchange.connection.rotation.KeySets;
import org.serviceexchange.connection.state.AskedFirst;
import org.serviceexchange.connection.suspension.Standstills;
import org.serviceexchange.connection.suspension.Suspensions;
import org.serviceexchange.directory.Company;
import org.serviceexchange.directory.Contact;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.directory.Users;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.RareNotes;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.kmf.ModuleKeys;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.provider.registration.ProviderSettings;

/** What the use cases of both sides stand on, as far as the processes depend on it. */
final class PairPorts {

    static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
    /** Validity of a link, and how long a task waits for a person: the defaults of the settings. */
    static final Duration LIFE = Duration.ofDays(14);

    static final String CONTACT = "contact";
    static final String COMPANY = "CMP0001001";
    static final String PROVIDER_URL = "https://provider.example.com";
    static final String CONSUMER_URL = "https://consumer.example.com";

    /** The generator of the curve P-256: a public point, no key of anybody. */
    private static final byte[] POINT = ("{\"kty\":\"EC\",\"crv\":\"P-256\","
                    + "\"x\":\"axfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpY\","
                    + "\"y\":\"T-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU\"}")
            .getBytes(UTF_8);

    final SteppedClock clock = new SteppedClock();
    final Journal journal = Quiet.of(Journal.class);
    final RareNotes notes = new RareNotes(journal, clock);
    final ConnectionLife life = Quiet.of(ConnectionLife.class);
    final KeySets keySets = Quiet.of(KeySets.class);
    final AskedFirst askedFirst = Quiet.of(AskedFirst.class);
    final SharedSeals seals = new SharedSeals();
    final Directory directory = Quiet.of(
            Directory.class,
            Map.of(
                    "contact",
                    arguments -> Optional.of(
                            new Contact(CONTACT, COMPANY, "Contact", "contact@example.com", true, Locale.ENGLISH)),
                    "company",
                    arguments -> Optional.of(new Company(COMPANY, "Company", true))));
    final Users users = Quiet.of(Users.class, Map.of("has", arguments -> true));
    final InstanceKeys instanceKeys = Quiet.of(InstanceKeys.class);
    final ModuleKeys moduleKeys = Quiet.of(ModuleKeys.class, Map.of("use", PairPorts::used));
    final ProviderSettings settings = new ProviderSettings(
            LIFE,
            Duration.ofMinutes(1),
            Duration.ofDays(7),
            LIFE,
            List.of(Duration.ofDays(3)),
            Duration.ofDays(2),
            null,
            Locale.ENGLISH);

    private final Suspensions suspensions = Quiet.of(Suspensions.class);
    private final HeartbeatRows rows = Quiet.of(HeartbeatRows.class);

    final EndConnection endConnection = new EndConnection(moduleKeys, keySets, rows, suspensions, life);
    final Heartbeats heartbeats = new Heartbeats(
            rows,
            new OwnIncarnations(rows, new CountedSecrets(() -> 0), journal, event -> {}),
            new Standstills(suspensions, clock),
            journal,
            new HeartbeatSettings(Duration.ofMinutes(5), 100, Duration.ofSeconds(2)),
            clock);

    /** An instance at this address. */
    static InstanceSettings instance(String url) {
        return new InstanceSettings(
                "checked", URI.create(url), Path.of("unused"), InstanceSettings.Mode.PRODUCTION, "checked", null);
    }

    @SuppressWarnings("unchecked") // what the port declares
    private static Object used(Object[] arguments) {
        return ((Function<byte[], Object>) arguments[arguments.length - 1]).apply(POINT.clone());
    }

    /** Stands still, or stands after all that was to be done in time. */
    static final class SteppedClock extends Clock {

        private boolean due;

        void due(boolean now) {
            due = now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return due ? NOW.plus(LIFE).plus(LIFE) : NOW;
        }
    }
}
