package org.serviceexchange.center.guide.store;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import org.serviceexchange.center.guide.GuideChoices;
import org.serviceexchange.center.guide.GuideStep;
import org.serviceexchange.platform.store.Row;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Decisions in the table {@code first_start_choice}. */
@Repository
class JdbcGuideChoices implements GuideChoices {

    private static final String TABLE = "first_start_choice";
    private static final String STEP = "step";

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcGuideChoices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Map<GuideStep, Boolean> leftOut() {
        Map<GuideStep, Boolean> found = new EnumMap<>(GuideStep.class);
        jdbc.sql("select step, left_out from first_start_choice").query(row -> {
            boolean leftOut = row.getBoolean("left_out");
            GuideStep.ofKey(row.getString(STEP)).ifPresent(step -> found.put(step, leftOut));
        });
        return found;
    }

    /** Two first decisions at the same moment end with one of the two. */
    @Override
    public void save(GuideStep step, boolean leftOut, String userId) {
        Row row = new Row()
                .set(STEP, step.key())
                .set("left_out", leftOut)
                .set("user_id", userId)
                .set("chosen_at", clock.instant());
        if (!row.update(jdbc, TABLE, STEP)) {
            try {
                row.insert(jdbc, TABLE);
            } catch (DuplicateKeyException anotherWasFaster) {
                row.update(jdbc, TABLE, STEP);
            }
        }
    }
}
