package org.serviceexchange.center;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows what an act on many cases would do, and carries it out. Each case is a transaction of its own: one that fails leaves
 * the others done.
 */
@Service
public class BulkActs {

    private static final Logger LOG = LoggerFactory.getLogger(BulkActs.class);

    private final List<BulkAct> acts;

    BulkActs(List<BulkAct> acts, List<CaseSource> sources, RetryStoppedSteps retryStoppedSteps) {
        this.acts = Stream.concat(acts.stream(), sources.stream().map(retryStoppedSteps::asBulkAct))
                .toList();
    }

    /**
     * A case in the preview or in the result.
     *
     * @param obstacle why it is, or was, not possible; null if it is, or was done
     */
    public record Line(String number, @Nullable LocalizedMessage obstacle) implements Serializable {}

    /** What can be done with many cases of a side. */
    public List<String> keys(Side side) {
        return acts.stream().filter(act -> act.side() == side).map(BulkAct::key).toList();
    }

    /** What would happen to each of these cases. */
    public List<Line> preview(Side side, String key, Collection<String> numbers) {
        BulkAct act = named(side, key);
        return numbers.stream()
                .map(number -> new Line(number, act.obstacle().apply(number).orElse(null)))
                .toList();
    }

    /** Does it, as this user. */
    @Transactional(propagation = Propagation.NEVER)
    public List<Line> carryOut(Side side, String key, Collection<String> numbers, String user) {
        BulkAct act = named(side, key);
        List<Line> lines = new ArrayList<>();
        for (String number : numbers) {
            lines.add(new Line(number, failure(act, number, user)));
        }
        return lines;
    }

    private static @Nullable LocalizedMessage failure(BulkAct act, String number, String user) {
        try {
            act.act().accept(number, user);
            return null;
        } catch (Problem refused) {
            return LocalizedMessage.of(
                    "center.bulk.refused", refused.finding().code().code());
        } catch (RuntimeException e) {
            LOG.error("{} failed for {}.", act.key(), number, e);
            return LocalizedMessage.of("center.bulk.failed");
        }
    }

    private BulkAct named(Side side, String key) {
        return acts.stream()
                .filter(act -> act.side() == side && act.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
    }
}
