package org.serviceexchange.protocol.outbound;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceAddress;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.springframework.stereotype.Component;

/**
 * The one rule for which addresses this instance may ever call: asked when somebody enters the address of a peer, and
 * again for every call ({@link Destinations}), then also about the IP addresses of the name.
 */
@Component
public class CallableAddresses {

    /** The last label of a public name never starts with a digit, so no notation of an IPv4 address matches. */
    private static final Pattern HOST_NAME =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");

    private static final Pattern IP_ADDRESS = Pattern.compile("\\[[0-9a-f:.]+]|([0-9]{1,3}\\.){3}[0-9]{1,3}");
    private static final Pattern NUMBER_AT_THE_END = Pattern.compile("\\[.*|(.*\\.)?[0-9][^.]*");

    /** Names that never exist in the public name system. */
    private static final Pattern LOCAL_NAME = Pattern.compile("(.*\\.)?(local|internal|home\\.arpa)");

    private static final Pattern LOCALHOST = Pattern.compile("(.*\\.)?localhost");

    /** Files, and the first folders of pages and endpoints of instances; people copy them out of the address bar. */
    private static final Pattern PAGE = Pattern.compile("(?i).*\\.[a-z]{1,5}"
            + "|/(connect|connections|registrations|companies|contacts|login|logout|setup|camunda|oauth2|actuator"
            + "|sx/v1|api/v1|\\.well-known|now|sp|esc|\\$.*)(/.*)?");

    private final boolean demo;
    private final String own;
    private final List<CidrBlock> networks;

    public CallableAddresses(InstanceSettings instance, OutboundSettings settings) {
        this.demo = instance.demo();
        this.own = String.valueOf(instance.baseUrl());
        this.networks = settings.networks();
    }

    /**
     * The address of a peer as somebody entered it, in its normal form. Problems besides those of
     * {@link InstanceAddress#of}: {@code URL_NOT_HTTPS}, {@code URL_SINGLE_LABEL}, {@code URL_NOT_PUBLIC},
     * {@code URL_IS_PAGE}, {@code URL_IS_OWN}.
     */
    public InstanceAddress entered(String typed) {
        InstanceAddress address = InstanceAddress.of(typed);
        URI uri = address.uri();
        refusal(uri.getScheme(), address.host()).ifPresent(code -> {
            throw new Problem(code, InstanceAddress.shown(address.value()));
        });
        if (!InstanceAddress.isPlainPath(address.path())
                || PAGE.matcher(address.path()).matches()) {
            throw new Problem(
                    ProblemCode.URL_IS_PAGE,
                    typed.strip(),
                    address.value()
                            .substring(
                                    0, address.value().length() - address.path().length()));
        }
        if (isOwn(uri)) {
            throw new Problem(ProblemCode.URL_IS_OWN, InstanceAddress.shown(address.value()));
        }
        return address;
    }

    /** Why a URL with this scheme and host is never called; empty if its IP addresses decide. */
    Optional<ProblemCode> refusal(String scheme, String host) {
        if (isThisMachine(host) && (scheme.equals("http") || scheme.equals("https"))) {
            return Optional.empty();
        }
        if (!scheme.equals("https")) {
            return Optional.of(ProblemCode.URL_NOT_HTTPS);
        }
        if (NUMBER_AT_THE_END.matcher(host).matches()) {
            return isInNamedNetwork(host) ? Optional.empty() : Optional.of(ProblemCode.URL_NOT_PUBLIC);
        }
        boolean local = LOCAL_NAME.matcher(host).matches() && networks.isEmpty();
        if (local || LOCALHOST.matcher(host).matches()) {
            return Optional.of(ProblemCode.URL_NOT_PUBLIC);
        }
        if (host.indexOf('.') < 0) {
            return Optional.of(ProblemCode.URL_SINGLE_LABEL);
        }
        return host.length() <= 253 && HOST_NAME.matcher(host).matches()
                ? Optional.empty()
                : Optional.of(ProblemCode.URL_HOST_INVALID);
    }

    /** Whether the host is this machine and demo mode allows that. */
    boolean isThisMachine(String host) {
        return demo && InstanceAddress.isOpenInDemoMode(host);
    }

    /** Whether a host with this IP address may be called. */
    boolean allows(String host, InetAddress address) {
        return isThisMachine(host)
                ? address.isLoopbackAddress()
                : PublicAddress.test(address) || isInNamedNetwork(address);
    }

    private boolean isInNamedNetwork(InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address.getAddress()));
    }

    private boolean isInNamedNetwork(String host) {
        if (networks.isEmpty() || !IP_ADDRESS.matcher(host).matches()) {
            return false;
        }
        try {
            return isInNamedNetwork(InetAddress.getByName(host)); // a literal: no name server is queried
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** In demo mode, all names of this machine are one. */
    private boolean isOwn(URI uri) {
        if (uri.toString().equals(own)) {
            return true;
        }
        URI mine = URI.create(own.toLowerCase(Locale.ROOT));
        return InstanceAddress.isLoopback(uri)
                && InstanceAddress.isLoopback(mine)
                && uri.getPort() == mine.getPort()
                && uri.getRawPath().equals(mine.getRawPath());
    }
}
