package org.serviceexchange.rehearsal;

import static org.serviceexchange.protocol.wire.ConnectionSide.CONSUMER;
import static org.serviceexchange.protocol.wire.ConnectionSide.PROVIDER;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.serviceexchange.checker.model.DrawnElement;
import org.serviceexchange.checker.model.DrawnKind;
import org.serviceexchange.checker.model.DrawnProcess;
import org.serviceexchange.consumer.connection.ConnectionState;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.provider.registration.Registrations;
import org.serviceexchange.rehearsal.engine.PassedStep;

/**
 * Two weeks on a real pair, in which nobody opens the link of a registration, and a connection that lives gets new keys and is cut off
 * for two days.
 */
final class TwoWeeks {

    private static final Duration ROUND = Duration.ofHours(6);
    private static final int ROUNDS_A_DAY = 4;
    private static final int NEW_KEYS = 2 * ROUNDS_A_DAY;
    private static final int CUT_OFF = 5 * ROUNDS_A_DAY;
    private static final int BACK = 7 * ROUNDS_A_DAY;

    private final RehearsedPair pair;
    private final OneCase living;
    private final Map<String, DrawnProcess> drawn;
    private final List<PlayedDays.Event> happened = new ArrayList<>();
    private final List<LocalizedMessage> missed = new ArrayList<>();
    private final OneCase waiting;
    private final PeopleActs people;

    /**
     * Begins them.
     *
     * @param living a connection that lives, if it does
     * @param drawn processes by id
     */
    TwoWeeks(RehearsedPair pair, Cast cast, OneCase living, Map<String, DrawnProcess> drawn) {
        this.pair = pair;
        this.living = living;
        this.drawn = drawn;
        waiting = new OneCase(pair);
        people = new PeopleActs(pair, cast, waiting);
    }

    PlayedDays play(Cast cast) {
        pair.witness().takeSeen();
        Instant from = pair.now();
        String keys = keys();
        say("rehearsal.days.order");
        tryTo(people::order);
        tryTo(() -> pair.settle(job -> false));
        for (int round = 0; round <= Rehearsal.DAYS * ROUNDS_A_DAY; round++) {
            int now = round;
            tryTo(() -> act(now, cast));
            tryTo(() -> pair.pass(ROUND, job -> false));
            tryTo(pair::round);
        }
        see();
        judge(keys);
        return new PlayedDays(from, sorted(), missed);
    }

    /** What cannot be done is missed once, and the days go on. */
    private void tryTo(Runnable act) {
        try {
            act.run();
        } catch (RuntimeException stopped) {
            LocalizedMessage why = Stopped.why(stopped);
            if (!missed.contains(why)) {
                missed.add(why);
            }
        }
    }

    private void act(int round, Cast cast) {
        if (round == NEW_KEYS && isLiving()) {
            say("rehearsal.days.newKeys");
            new PeopleActs(pair, cast, living).confirm(CONSUMER, "rotate");
        } else if (round == CUT_OFF || round == BACK) {
            say(round == CUT_OFF ? "rehearsal.days.cutOff" : "rehearsal.days.back");
            for (ConnectionSide side : ConnectionSide.values()) {
                pair.side(side).network().away(round == CUT_OFF);
            }
        }
    }

    private boolean isLiving() {
        return !living.number(CONSUMER).isEmpty()
                && pair.side(CONSUMER)
                                .get(ProviderConnections.class)
                                .get(living.number(CONSUMER))
                                .state()
                        == ConnectionState.ONBOARDED;
    }

    private String keys() {
        return isLiving()
                ? pair.side(CONSUMER)
                        .get(ProviderConnections.class)
                        .get(living.number(CONSUMER))
                        .agreedKeys()
                        .keyId()
                : "";
    }

    private void say(String key) {
        happened.add(new PlayedDays.Event(pair.now(), LocalizedMessage.of(key)));
    }

    private void see() {
        Witness.Seen seen = pair.witness().takeSeen();
        seen.mails()
                .forEach(mail -> happened.add(new PlayedDays.Event(
                        mail.at(),
                        LocalizedMessage.of("rehearsal.mail", side(mail.side()), mail.to(), mail.subject()))));
        seen.steps().stream().filter(step -> !step.leaving()).forEach(this::see);
    }

    private void see(PassedStep step) {
        DrawnProcess process = drawn.get(step.process());
        DrawnElement element = process == null ? null : process.elements().get(step.element());
        if (element == null || element.label().equals(element.id()) || element.kind() == DrawnKind.EXCLUSIVE) {
            return;
        }
        LocalizedMessage what = element.kind() == DrawnKind.PERSON
                ? LocalizedMessage.of(
                        "rehearsal.forPerson", side(step.side()), element.label(), StoryPlay.groups(element))
                : LocalizedMessage.of("story.step", side(step.side()), element.label());
        happened.add(new PlayedDays.Event(step.at(), what));
    }

    private static LocalizedMessage side(ConnectionSide side) {
        return LocalizedMessage.of("checker.side." + side);
    }

    private List<PlayedDays.Event> sorted() {
        return happened.stream()
                .sorted(Comparator.comparing(PlayedDays.Event::at))
                .toList();
    }

    private void judge(String formerKeys) {
        boolean open = !waiting.number(PROVIDER).isEmpty()
                && !pair.side(PROVIDER)
                        .get(Registrations.class)
                        .get(waiting.number(PROVIDER))
                        .state()
                        .closed();
        if (open) {
            missed.add(LocalizedMessage.of("rehearsal.missed.end", waiting.number(PROVIDER)));
        }
        if (!formerKeys.isEmpty() && formerKeys.equals(keys())) {
            missed.add(LocalizedMessage.of("rehearsal.missed.newKeys", living.number(CONSUMER)));
        }
    }
}
