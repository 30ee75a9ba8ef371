package org.serviceexchange.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

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

    /** Each node twice. */
    private static final int FEWEST = 8;

    /** So long an onboarding may take, whatever happens to the nodes. */
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
            try (Throng throng = new Throng(nodes.pair(), admin, PEOPLE, byTasklist(nodes, admin))) {
                for (List<Instance> side : sides) {
                    throng.awaitMore(COUNT / 4);
                    side.get(1).upgrade();
                    throng.awaitMore(COUNT / 4);
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
            try (Throng throng = new Throng(nodes.pair(), admin, PEOPLE, api)) {
                while (throng.over() < COUNT || killed < FEWEST) {
                    Instance node = nodes.byTurns().get(killed++ % 4);
                    node.kill();
                    node.launch();
                    node.awaitHealthy();
                }
                report(killed + " nodes killed", throng);
            }
            nodes.awaitNothingStuck();
        }
    }

    private static PersistentContact.Start byTasklist(Nodes nodes, ProviderAdmin admin) {
        return (company, contact) ->
                admin.submit(company, contact, nodes.pair().consumer().address());
    }

    private static void report(String what, Throng throng) {
        List<Onboarding> all = throng.end();
        System.out.printf(
                "%s: %d onboardings, %d complete, median %d s, longest %d s; %d failed attempts of people: %s%n",
                what,
                all.size(),
                all.stream().filter(Onboarding::complete).count(),
                all.get(all.size() / 2).took().toSeconds(),
                all.get(0).took().toSeconds(),
                throng.failures().size(),
                throng.failures());
        assertThat(all)
                .hasSizeGreaterThanOrEqualTo(COUNT)
                .allMatch(Onboarding::complete)
                .allMatch(each -> each.took().compareTo(LONGEST) < 0);
    }
}
