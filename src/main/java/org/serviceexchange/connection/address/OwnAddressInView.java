package org.serviceexchange.connection.address;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.connection.announcement.Announcement;
import org.serviceexchange.connection.announcement.Announcements.Progress;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.settings.InstanceAddress;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** This instance's own address, and how far its partners know it. */
@Service
public class OwnAddressInView {

    private static final Logger LOG = LoggerFactory.getLogger(OwnAddressInView.class);
    private static final int SHOWN = 100;

    private final OwnAddresses own;
    private final AddressAnnouncements announcements;
    private final ConnectionLookup connections;
    private final InstanceSettings instance;
    private final AddressSettings settings;
    private final Clock clock;

    public OwnAddressInView(
            OwnAddresses own,
            AddressAnnouncements announcements,
            ConnectionLookup connections,
            InstanceSettings instance,
            AddressSettings settings,
            Clock clock) {
        this.own = own;
        this.announcements = announcements;
        this.connections = connections;
        this.instance = instance;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What a page shows.
     *
     * @param address for people; null if there is none
     * @param former addresses before, the newest first
     * @param open partners that do not know the address, so many at most as a page shows
     */
    public record View(@Nullable String address, List<Former> former, Progress progress, List<Partner> open) {

        public View {
            former = List.copyOf(former);
            open = List.copyOf(open);
        }
    }

    /**
     * An address before.
     *
     * @param until when this instance stops to answer its partners there
     * @param answered whether it still does
     */
    public record Former(String address, Instant until, boolean answered) {}

    /**
     * A partner that does not know the address.
     *
     * @param subject number of the record whose page it is on
     * @param address where the partner is
     */
    public record Partner(String subject, ConnectionSide side, String address, Announcement announcement) {}

    public View view() {
        URI baseUrl = instance.baseUrl();
        return new View(
                baseUrl == null ? null : InstanceAddress.shown(baseUrl.toString()),
                former(),
                announcements.progress(),
                announcements.open(SHOWN).stream()
                        .map(this::partner)
                        .flatMap(Optional::stream)
                        .toList());
    }

    private List<Former> former() {
        List<OwnAddresses.Used> all = own.all();
        Instant now = clock.instant();
        return IntStream.range(1, all.size())
                .mapToObj(place -> {
                    Instant until = all.get(place - 1).since().plus(settings.formerFor());
                    String address = InstanceAddress.shown(all.get(place).address());
                    return new Former(address, until, until.isAfter(now));
                })
                .toList();
    }

    /** One whose record was altered is left out, so that the page shows the others. */
    private Optional<Partner> partner(Announcement announcement) {
        try {
            return connections.find(announcement.record()).map(living -> partner(living, announcement));
        } catch (Problem refused) {
            LOG.debug("{} is left out.", announcement.record(), refused);
            return Optional.empty();
        }
    }

    private static Partner partner(LivingConnection living, Announcement announcement) {
        return new Partner(
                living.subject(),
                living.side(),
                InstanceAddress.shown(living.peer().url()),
                announcement);
    }
}
