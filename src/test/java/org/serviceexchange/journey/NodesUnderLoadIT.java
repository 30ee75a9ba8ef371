package org.serviceexchange.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.serviceexchange.journey.Throng.Onboarding;

/**
 * Two nodes a side while people onboard. Not part of a build, because it takes minutes: {@code .ci/rolling-upgrade} and
 * {@code .ci/kill-nodes} run it.
 */
class NodesUnderLoadIT {

    private static final String FORMER = System.getProperty("service-exchange.former", "");
    private static final int COUNT = Integer.getInteger("service-exchange.nodes.onboardings", 50);
    private static final int PEOPLE = 4;

    /** So long after the network is well both sides say the same. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    /**
     * The earlier version keeps who is logged in in the memory of a node, so its proxy leads to one; the other one does what the
     * processes do by themselves. When the proxy leads to the upgraded one people log in again, once.
     */
    @Test
    void aRollingUpgradeLosesNothing() throws Exception {
        assumeThat(FORMER).as("the jar of the earlier version").isNotEmpty();
        try (Nodes nodes = Nodes.start("upgraded", Path.of(FORMER))) {
            List<List<Instance>> sides = List.of(nodes.providers(), nodes.consumers());
            sides.forEach(side -> side.get(1).leaveProxy());
            ProviderAdmin admin = new ProviderAdmin(nodes.pair().provider());
            int step = COUNT / 6;
            try (Throng throng = Throng.begin(nodes.pair(), admin, COUNT, PEOPLE, byTasklist(nodes, admin))) {
                for (List<Instance> side : sides) {
                    throng.awaitOver(throng.over() + step);
                    side.get(1).upgrade();
                    throng.awaitOver(throng.over() + step);
                    side.get(1).joinProxy();
                    side.get(0).leaveProxy();
                    side.get(0).upgrade();
                    side.get(0).joinProxy();
                }
                report("Rolling upgrade", throng);
            }
            nodes.awaitNothingStuck();
        }
    }

    @Test
    void nodesThatAreKilledLoseNothing() throws Exception {
        try (Nodes nodes = Nodes.start("killed", null)) {
            ProviderAdmin admin = new ProviderAdmin(nodes.pair().provider());
            var api = new OrderedByApi(nodes.pair(), admin.token("throng", "WRITE"));
            int killed = 0;
            try (Throng throng = Throng.begin(nodes.pair(), admin, COUNT, PEOPLE, api)) {
                while (!throng.isOver()) {
                    Instance node = nodes.byTurns().get(killed++ % 4);
                    node.kill();
                    node.launch();
                    node.awaitHealthy();
                }
                report(killed + " nodes killed", throng);
                assertThat(killed).isGreaterThan(4);
            }
            nodes.awaitNothingStuck();
        }
    }

    private static PersistentContact.Start byTasklist(Nodes nodes, ProviderAdmin admin) {
        return (company, contact) ->
                admin.submit(company, contact, nodes.pair().consumer().address());
    }

    private static void report(String what, Throng throng) throws IOException {
        List<Onboarding> all = throng.onboardings();
        List<Duration> times = Throng.longest(all);
        System.out.printf(
                "%s: %d onboardings, %d complete, median %d s, longest %d s; %d failed requests of people: %s%n",
                what,
                all.size(),
                all.stream().filter(Onboarding::complete).count(),
                times.get(times.size() / 2).toSeconds(),
                times.get(0).toSeconds(),
                throng.failures(),
                throng.reasons());
        assertThat(all).allMatch(Onboarding::complete);
        assertThat(times.get(0)).isLessThan(LONGEST);
    }
}
