package org.serviceexchange.rehearsal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.checker.story.Story;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.ProtocolPaths;
import org.serviceexchange.rehearsal.mail.RecordedMails;

/** Lets go wrong what goes wrong in a passage of a story, and only that. */
final class Mishaps {

    private static final String CHECK = "serviceTask_checkPrerequisites";

    /** The messages whose answers can be lost, by the step that sends them. */
    private static final Map<String, String> MESSAGES = Map.of(
            "serviceTask_claimRegistration", ProtocolPaths.CLAIMS,
            "serviceTask_exchangeKeys", ProtocolPaths.EXCHANGES,
            "serviceTask_activateConnection", ProtocolPaths.PROBES);

    private final RehearsedPair pair;
    private @Nullable ConnectionSide failing;

    Mishaps(RehearsedPair pair) {
        this.pair = pair;
    }

    /** Prepares what goes wrong in this passage; checks that fail do so until a check is told that does not. */
    void prepare(Story.Passage passage) {
        if (failing != null && !checks(passage, failing)) {
            return;
        }
        calm();
        List<Story.Leg> legs = passage.legs();
        for (int i = 0; i < legs.size(); i++) {
            Story.Leg acting = legs.get(Math.max(0, i - 1));
            legs.get(i).outcomes().forEach(outcome -> prepare(outcome.key(), passage, acting));
        }
    }

    private void prepare(String outcome, Story.Passage passage, Story.Leg acting) {
        RehearsedSide provider = pair.side(ConnectionSide.PROVIDER);
        switch (outcome) {
            case "checker.outcome.mailOff" -> provider.mails().become(RecordedMails.Mode.IS_NOT_SET);
            case "checker.outcome.mailFails" -> provider.mails().become(RecordedMails.Mode.REFUSES);
            case "checker.outcome.checksFail" -> {
                if (checks(passage, ConnectionSide.CONSUMER)) {
                    failing = ConnectionSide.CONSUMER;
                    provider.network().away(true);
                } else {
                    failing = ConnectionSide.PROVIDER;
                    provider.mails().become(RecordedMails.Mode.DOES_NOT_ANSWER);
                }
            }
            case "checker.outcome.answerLost" -> loseAnswer(acting);
            default -> {
                // Nothing that could go wrong
            }
        }
    }

    private static boolean checks(Story.Passage passage, ConnectionSide side) {
        return passage.legs().stream()
                .anyMatch(leg -> leg.side() == side && leg.places().contains(CHECK));
    }

    /** That of the last message that the side sends on this part of its way. */
    private void loseAnswer(Story.Leg acting) {
        ConnectionSide peer =
                acting.side() == ConnectionSide.PROVIDER ? ConnectionSide.CONSUMER : ConnectionSide.PROVIDER;
        acting.places().stream()
                .filter(MESSAGES::containsKey)
                .reduce((one, next) -> next)
                .ifPresent(step -> pair.side(peer).network().loseNext(Objects.requireNonNull(MESSAGES.get(step))));
    }

    /** From now on nothing goes wrong. */
    void calm() {
        failing = null;
        for (ConnectionSide side : ConnectionSide.values()) {
            pair.side(side).mails().become(RecordedMails.Mode.TAKES);
            pair.side(side).network().calm();
        }
    }
}
