package org.serviceexchange.center.guide;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.settings.InstanceAddress;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.protocol.outbound.OutboundHttp;
import org.serviceexchange.protocol.outbound.PeerProblem;
import org.serviceexchange.protocol.wire.Discovery;
import org.serviceexchange.protocol.wire.ProtocolPaths;
import org.springframework.stereotype.Service;

/** Whether others can reach this instance under its base URL, as far as it can find out by itself. */
@Service
public class OwnAddressCheck {

    private final InstanceSettings settings;
    private final OutboundHttp http;
    private final Discovery discovery;
    private final InstanceKeys keys;

    OwnAddressCheck(InstanceSettings settings, OutboundHttp http, Discovery discovery, InstanceKeys keys) {
        this.settings = settings;
        this.http = http;
        this.discovery = discovery;
        this.keys = keys;
    }

    /** What is to be said about the base URL. */
    public enum Kind {
        MISSING,
        LOOPBACK,
        NOT_HTTPS,
        UNREACHED,
        ANOTHER,
        REACHED;

        /** Whether nothing is wrong. */
        public boolean good() {
            return this == REACHED;
        }
    }

    /**
     * What was found.
     *
     * @param why what went wrong when this instance asked; null if nothing did
     */
    public record Found(Kind kind, @Nullable Problem why) {

        /** The reason in the language of a reader; empty if there is none. */
        public String reason(Locale language) {
            return why == null ? "" : why.cause(language);
        }
    }

    /** Whether the base URL is of a form that other instances call; asks nobody. */
    public boolean usable() {
        return formOf(settings.baseUrl()) == Kind.REACHED;
    }

    /** Asks for this instance's own description at its base URL; no transaction may be open, because this takes time. */
    public Found ask() {
        Kind form = formOf(settings.baseUrl());
        if (form != Kind.REACHED) {
            return new Found(form, null);
        }
        try {
            URI description = URI.create(settings.baseUrl() + ProtocolPaths.DISCOVERY);
            String thumbprint =
                    discovery.readUnpinned(http.get(description)).party().thumbprint();
            return new Found(thumbprint.equals(keys.thumbprint()) ? Kind.REACHED : Kind.ANOTHER, null);
        } catch (PeerProblem e) {
            return new Found(Kind.ANOTHER, null);
        } catch (Problem e) {
            return switch (e.code()) {
                case PEER_UNREACHABLE, ADDRESS_REFUSED -> new Found(Kind.UNREACHED, e);
                default -> new Found(Kind.ANOTHER, e);
            };
        }
    }

    private Kind formOf(@Nullable URI baseUrl) {
        if (baseUrl == null) {
            return Kind.MISSING;
        }
        if (settings.demo()) {
            return Kind.REACHED;
        }
        if (InstanceAddress.isLoopback(baseUrl)) {
            return Kind.LOOPBACK;
        }
        return "https".equalsIgnoreCase(baseUrl.getScheme()) ? Kind.REACHED : Kind.NOT_HTTPS;
    }
}
