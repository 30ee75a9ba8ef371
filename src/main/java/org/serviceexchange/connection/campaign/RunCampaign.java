package org.serviceexchange.connection.campaign;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.serviceexchange.connection.campaign.Campaign.State;
import org.serviceexchange.connection.campaign.Campaigns.Asked;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.connection.rotation.RequestRotation;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs the campaign, step by step: looks who has new keys, and asks the next connections. Each connection is asked in a
 * transaction of its own, and what was asked is kept, so that the campaign goes on after a restart.
 */
@Service
public class RunCampaign {

    /** How long new keys may take before that counts as a failure. */
    static final Duration LATE = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(RunCampaign.class);
    private static final int AT_ONCE = 500;

    private final Campaigns campaigns;
    private final ConnectionLookup connections;
    private final RequestRotation requestRotation;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public RunCampaign(
            Campaigns campaigns,
            ConnectionLookup connections,
            RequestRotation requestRotation,
            TransactionTemplate transaction,
            Clock clock) {
        this.campaigns = campaigns;
        this.connections = connections;
        this.requestRotation = requestRotation;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Starts a campaign; false if one runs already. */
    public boolean start(String author, CampaignPlan plan) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (campaigns.lock().filter(last -> last.state() == State.RUNNING).isPresent()) {
                return false;
            }
            campaigns.forgetConnections();
            campaigns.save(Campaign.started(author, now(), plan));
            return true;
        }));
    }

    /** Stops it; who was asked already gets new keys all the same. False if none runs. */
    public boolean stop() {
        return change(campaign -> true, campaign -> campaign.in(State.STOPPED));
    }

    /** One step; no transaction may be open. */
    void step() {
        Campaign before =
                campaigns.last().filter(last -> last.state() == State.RUNNING).orElse(null);
        if (before == null) {
            return;
        }
        campaigns.waiting(AT_ONCE).forEach(this::look);
        Waves.Next next = Waves.next(before, campaigns.counts(now().minus(LATE)), now());
        if (!next.campaign().equals(before)) {
            change(before::isSame, campaign -> next.campaign());
        }
        if (next.count() > 0) {
            ask(next.campaign(), (int) Math.min(next.count(), AT_ONCE));
        }
    }

    /** One whose record was altered has no new keys, and is late some time. */
    private void look(Asked asked) {
        try {
            Optional<LivingConnection> now = connections.find(asked.connection());
            if (now.isEmpty()) {
                campaigns.forget(asked.connection());
            } else if (!now.get().keyId().equals(asked.keyBefore())) {
                campaigns.renewed(asked.connection(), now());
            }
        } catch (Problem refused) {
            LOG.info("The connection {} cannot be read: {}", asked.connection(), refused.getMessage());
        }
    }

    private void ask(Campaign campaign, int count) {
        ConnectionSide side = campaign.nextSide();
        List<String> all = next(campaign, side);
        List<String> next = all.subList(0, Math.min(count, all.size()));
        long others = next.stream().filter(number -> !ask(number, campaign)).count();
        boolean none = next.isEmpty()
                || (next.size() == all.size() && !campaign.plan().chosen().isEmpty());
        String reached = none ? "" : next.get(next.size() - 1);
        change(campaign::isSame, now -> now.reached(side, reached, others));
    }

    /** Some of those that come next. Altered records are left out of a page of all, so that a short one is not the last. */
    private List<String> next(Campaign campaign, ConnectionSide side) {
        List<String> chosen = campaign.plan().chosen();
        if (chosen.isEmpty()) {
            return connections.before(side, campaign.reached(side), AT_ONCE);
        }
        return chosen.stream()
                .filter(number -> number.compareTo(campaign.reached(side)) < 0)
                .filter(number -> isOf(side, number))
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private boolean isOf(ConnectionSide side, String number) {
        try {
            return connections
                    .find(number)
                    .filter(found -> found.side() == side)
                    .isPresent();
        } catch (Problem refused) {
            LOG.info("The connection {} was left out of the campaign: {}", number, refused.getMessage());
            return false;
        }
    }

    /**
     * One that cannot be asked, such as one that rests, does not hinder the others. Nobody is asked for a campaign that a person
     * stopped since the step began.
     */
    private boolean ask(String number, Campaign campaign) {
        try {
            transaction.executeWithoutResult(status -> {
                if (campaigns.lock().filter(campaign::isSame).isEmpty()) {
                    return;
                }
                LivingConnection connection = connections.lock(number).orElseThrow();
                if (campaigns.asked(new Asked(number, connection.subject(), connection.keyId(), now()))) {
                    requestRotation.request(number, campaign.author());
                }
            });
            return true;
        } catch (RuntimeException e) {
            LOG.info("The connection {} was left out of the campaign: {}", number, e.getMessage());
            return false;
        }
    }

    /** Changes the campaign that runs; false if none does, or another one than this, because a person stopped it meanwhile. */
    private boolean change(Predicate<Campaign> which, UnaryOperator<Campaign> change) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Optional<Campaign> running = campaigns
                    .lock()
                    .filter(last -> last.state() == State.RUNNING)
                    .filter(which);
            running.map(change).ifPresent(campaigns::save);
            return running.isPresent();
        }));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
