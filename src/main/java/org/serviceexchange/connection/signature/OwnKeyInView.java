package org.serviceexchange.connection.signature;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.connection.announcement.Announcement;
import org.serviceexchange.connection.announcement.Announcements.Progress;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.settings.InstanceAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** The signature key of this instance and who knows it, for its page. */
@Service
public class OwnKeyInView {

    private static final Logger LOG = LoggerFactory.getLogger(OwnKeyInView.class);
    private static final int SHOWN = 500;

    private final InstanceKeys keys;
    private final KeyAnnouncements announcements;
    private final ConnectionLookup connections;

    public OwnKeyInView(InstanceKeys keys, KeyAnnouncements announcements, ConnectionLookup connections) {
        this.keys = keys;
        this.announcements = announcements;
        this.connections = connections;
    }

    /**
     * What the page shows.
     *
     * @param thumbprint of the active key
     * @param former thumbprints of those that still sign for peers that know no other
     * @param open partners that do not know the active key, at most 500
     */
    public record View(String thumbprint, List<String> former, Progress progress, List<Partner> open) {

        public View {
            former = List.copyOf(former);
            open = List.copyOf(open);
        }
    }

    /**
     * A partner that does not know the active key.
     *
     * @param address where it is; null as long as its connection is not active in both directions
     */
    public record Partner(@Nullable String address, Announcement announcement) {

        /** Whether the number is that of a registration at this provider. */
        public boolean registration() {
            return announcement.record().startsWith("REG");
        }
    }

    public View view() {
        List<String> held = keys.thumbprints();
        return new View(
                held.get(0),
                held.subList(1, held.size()),
                announcements.progress(),
                announcements.open(SHOWN).stream().map(this::partner).toList());
    }

    private Partner partner(Announcement announcement) {
        return new Partner(
                living(announcement)
                        .map(living -> InstanceAddress.shown(living.peer().url()))
                        .orElse(null),
                announcement);
    }

    /** One whose record was altered is shown by its number alone. */
    private Optional<LivingConnection> living(Announcement announcement) {
        try {
            return connections.ofSubject(announcement.record());
        } catch (Problem refused) {
            LOG.debug("{} cannot be read.", announcement.record(), refused);
            return Optional.empty();
        }
    }
}
