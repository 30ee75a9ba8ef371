package org.serviceexchange.rehearsal;

import static org.serviceexchange.protocol.wire.ConnectionSide.CONSUMER;
import static org.serviceexchange.protocol.wire.ConnectionSide.PROVIDER;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.serviceexchange.checker.model.DrawnElement;
import org.serviceexchange.checker.model.DrawnFlow;
import org.serviceexchange.checker.model.DrawnKind;
import org.serviceexchange.checker.model.DrawnProcess;
import org.serviceexchange.checker.story.Story;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.provider.keyexchange.ExchangeFailures;
import org.serviceexchange.provider.registration.KeyAgreement;
import org.serviceexchange.rehearsal.engine.PendingJob;

/** Does on a real pair what a passage of a story begins with. */
final class StoryActs {

    /** How long people take for what they are asked to do. */
    private static final Duration PERSON = Duration.ofHours(2);

    /** Longer than an authorization lives. */
    private static final Duration EXPIRED = Duration.ofMinutes(6);

    private static final Duration UNTIL_ASKED = Duration.ofHours(1);
    private static final String ACT = "checker.act.";
    private static final Pattern CONDITION = Pattern.compile("[#$]\\{\\s*(!|not\\s)?\\s*(\\w+)\\s*}");

    /** What follows at once on what was before. */
    private static final Set<String> AT_ONCE =
            Set.of("order", "allow", "deny", "exchangesFail", "tokenExpires", "approvalEnds", "atOnce", "question");

    private final RehearsedPair pair;
    private final OneCase of;
    private final PeopleActs people;
    private final Map<ConnectionSide, DrawnProcess> drawn;

    StoryActs(RehearsedPair pair, Cast cast, OneCase of, DrawnProcess registration, DrawnProcess connection) {
        this.pair = pair;
        this.of = of;
        this.drawn = Map.of(PROVIDER, registration, CONSUMER, connection);
        people = new PeopleActs(pair, cast, of);
    }

    /**
     * Does it.
     *
     * @param held jobs that are not done meanwhile
     */
    void perform(Story.Passage passage, Predicate<PendingJob> held) {
        LocalizedMessage said = passage.said();
        String act = said.key().equals("story.timer")
                ? "timer"
                : said.key().substring(said.key().startsWith(ACT) ? ACT.length() : 0);
        String label = said.arguments().isEmpty()
                ? ""
                : String.valueOf(said.arguments().get(0));
        if (!AT_ONCE.contains(act) && !act.equals("timer")) {
            pair.pass(PERSON, held);
        }
        switch (act) {
            case "timer", "atOnce" -> timer(passage.side(), label);
            case "task" -> task(passage, label);
            case "approvalRefused" ->
                people.decide(passage.side(), person(passage.side(), label).id(), false);
            case "approvalEnds" -> timeOf(passage.side(), job -> job.element().isEmpty(), label);
            default -> perform(act, passage);
        }
    }

    private void perform(String act, Story.Passage passage) {
        switch (act) {
            case "order" -> people.order();
            case "openLink" -> people.openLink();
            case "decline" -> people.decline();
            case "contactLogsIn" -> people.logIn(true);
            case "strangerLogsIn" -> people.logIn(false);
            case "allow" -> people.consent(true, !hasOutcome(passage, "browserGone"));
            case "deny" -> people.consent(false, true);
            case "newLink" -> people.confirm(PROVIDER, "resend");
            case "cancelRegistration" -> people.confirm(PROVIDER, "cancel");
            case "cancelConnection" -> people.confirm(CONSUMER, "cancel");
            case "exchangesFail" -> failExchanges();
            case "tokenExpires" -> pair.skip(EXPIRED);
            case "question" -> {
                pair.skip(UNTIL_ASKED);
                pair.round();
            }
            default -> throw new NotPossible(LocalizedMessage.of("rehearsal.unknownAct", passage.said()));
        }
    }

    private static boolean hasOutcome(Story.Passage passage, String outcome) {
        return passage.legs().stream()
                .flatMap(leg -> leg.outcomes().stream())
                .anyMatch(one -> one.key().equals("checker.outcome." + outcome));
    }

    /** Nobody here can send a message that is wrong in the right way, so the failures are counted as if it had come. */
    private void failExchanges() {
        ExchangeFailures failures = pair.side(PROVIDER).get(ExchangeFailures.class);
        for (int failure = 0; failure < KeyAgreement.FAILURES_UNTIL_SUSPENSION; failure++) {
            failures.count(of.number(PROVIDER), LocalizedMessage.of("exchange.failed.unknown"));
        }
    }

    private void timer(ConnectionSide side, String label) {
        List<String> elements = process(side).timers().stream()
                .filter(element -> element.label().equals(label))
                .map(DrawnElement::id)
                .toList();
        timeOf(side, job -> elements.contains(job.element()), label);
    }

    private void timeOf(ConnectionSide side, Predicate<PendingJob> which, String label) {
        String instance = of.instance(side).orElse("");
        PendingJob job = pair.side(side).engine().later(instance).stream()
                .filter(which)
                .findFirst()
                .orElseThrow(() -> new NotPossible(LocalizedMessage.of("rehearsal.noTimer", label)));
        if (!pair.passUntilDone(pair.side(side), job)) {
            throw new NotPossible(LocalizedMessage.of("rehearsal.noTimer", label));
        }
    }

    private DrawnProcess process(ConnectionSide side) {
        return Objects.requireNonNull(drawn.get(side));
    }

    private DrawnElement person(ConnectionSide side, String label) {
        List<String> tokens = of.tokens(side);
        return process(side).elements().values().stream()
                .filter(element ->
                        element.kind() == DrawnKind.PERSON && element.label().equals(label))
                .filter(element -> tokens.contains(element.id()))
                .findFirst()
                .orElseThrow(() -> new NotPossible(LocalizedMessage.of("rehearsal.noTask", label)));
    }

    private void task(Story.Passage passage, String label) {
        ConnectionSide side = passage.side();
        DrawnElement task = person(side, label);
        if (task.approval()) {
            people.decide(side, task.id(), true);
        } else if (task.id().equals("userTask_connectToProvider")) {
            people.connectToProvider();
        } else if (!pair.side(side)
                .engine()
                .complete(of.instance(side).orElse(""), task.id(), Cast.FIRST, answers(passage))) {
            throw new NotPossible(LocalizedMessage.of("rehearsal.noTask", label));
        }
    }

    /** What a person has to answer so that the case goes on as it is told. */
    private Map<String, Boolean> answers(Story.Passage passage) {
        DrawnProcess process = process(passage.side());
        Map<String, Boolean> answers = new HashMap<>();
        List<String> places = passage.legs().stream()
                .filter(leg -> leg.side() == passage.side())
                .flatMap(leg -> leg.places().stream())
                .toList();
        for (DrawnFlow flow : process.flows()) {
            Matcher condition = CONDITION.matcher(flow.condition());
            boolean reached = process.from(flow.from()).stream().anyMatch(other -> places.contains(other.id()));
            if (reached && condition.matches()) {
                answers.put(condition.group(2), places.contains(flow.id()) == (condition.group(1) == null));
            }
        }
        return answers;
    }
}
