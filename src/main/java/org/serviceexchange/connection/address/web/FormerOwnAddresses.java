package org.serviceexchange.connection.address.web;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.serviceexchange.connection.address.AddressSettings;
import org.serviceexchange.connection.address.OwnAddresses;
import org.serviceexchange.platform.settings.FormerBaseUrls;
import org.springframework.stereotype.Component;

/** The addresses that this instance had until lately, so that peers that do not know the new one still find it there. */
@Component
class FormerOwnAddresses implements FormerBaseUrls {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final OwnAddresses own;
    private final AddressSettings settings;
    private final Clock clock;
    private volatile Read last = new Read(Instant.MIN, List.of());

    FormerOwnAddresses(OwnAddresses own, AddressSettings settings, Clock clock) {
        this.own = own;
        this.settings = settings;
        this.clock = clock;
    }

    private record Read(Instant at, List<URI> addresses) {}

    /** Read from the database at most once a minute: strangers can cause it. */
    @Override
    public List<URI> stillAnswered() {
        Instant now = clock.instant();
        Read known = last;
        if (known.at().isBefore(now.minus(REMEMBERED))) {
            known = new Read(now, read(now));
            last = known;
        }
        return known.addresses();
    }

    private List<URI> read(Instant now) {
        List<OwnAddresses.Used> all = own.all();
        return IntStream.range(1, all.size())
                .filter(place ->
                        all.get(place - 1).since().plus(settings.formerFor()).isAfter(now))
                .mapToObj(place -> URI.create(all.get(place).address()))
                .toList();
    }
}
