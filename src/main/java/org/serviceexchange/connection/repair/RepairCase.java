package org.serviceexchange.connection.repair;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.JournalEntry;
import org.serviceexchange.journal.Note;
import org.serviceexchange.platform.engine.ProcessPosition;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows what can be done with a case that does not go on, and does it with author and reason in the journal.
 *
 * <p>Security guarantees: No repair lets a connection become active without contact match, consent and proofs in both directions.
 */
@Service
public class RepairCase {

    /** As long as a reason may be. */
    public static final int LONGEST = 400;

    /** Nobody translates labels into it, so steps are called as they are drawn, which is how notes quote them. */
    private static final Locale AS_DRAWN = Locale.ROOT;

    private final List<RepairedCases> sides;
    private final Journal journal;

    public RepairCase(List<RepairedCases> sides, Journal journal) {
        this.sides = sides;
        this.journal = journal;
    }

    /** The steps at which the case stands, named in this language; none if it has ended. */
    public List<RepairStep> steps(ConnectionSide side, String number, Locale language) {
        RepairedCases cases = of(side);
        ProcessPosition position = cases.diagram().position(number, language);
        return Stream.concat(position.stuck().stream(), position.active().stream())
                .flatMap(step -> cases.diagram().name(number, step, language).stream()
                        .map(name -> step(cases, number, step, name)))
                .toList();
    }

    private static RepairStep step(RepairedCases cases, String number, String step, String name) {
        RepairOffer retry = cases.diagram().trouble(number).isPresent()
                ? RepairOffer.of(RepairAct.RETRY, "repair.retry")
                : RepairOffer.refused(RepairAct.RETRY, "repair.no.failure");
        return new RepairStep(
                step, name, List.of(retry, cases.skip(number, step), cases.back(number, step), cases.undo(number)));
    }

    /** Why a step of the case failed; empty if none did. */
    public Optional<Finding> trouble(ConnectionSide side, String number) {
        return of(side).diagram().trouble(number);
    }

    /**
     * Does it, as this user and for this reason. A {@code REPAIR_REFUSED} problem says why it is not possible; the reason is
     * refused as a {@link Note} is.
     */
    @Transactional
    public void carryOut(ConnectionSide side, String number, String step, RepairAct act, String user, String reason) {
        RepairedCases cases = of(side);
        String why = reason(reason);
        cases.lock(number);
        RepairStep known = steps(side, number, AS_DRAWN).stream()
                .filter(one -> one.id().equals(step))
                .findFirst()
                .orElseThrow(() -> refused("repair.no.longer"));
        known.offers().stream()
                .filter(offer -> offer.act() == act && !offer.possible())
                .findFirst()
                .ifPresent(offer -> {
                    throw new Problem(ProblemCode.REPAIR_REFUSED, offer.what());
                });
        journal.workNote(number, user, LocalizedMessage.of("repair.note." + act, known.name(), why));
        if (!cases.carryOut(number, step, act, user)) {
            throw refused("repair.no.longer");
        }
    }

    private static String reason(String typed) {
        String text = new Note(JournalEntry.Kind.WORK_NOTE, typed).text();
        if (text.length() > LONGEST) {
            throw new Problem(ProblemCode.REMARK_LENGTH, LONGEST, text.length());
        }
        return text;
    }

    private static Problem refused(String why) {
        return new Problem(ProblemCode.REPAIR_REFUSED, LocalizedMessage.of(why));
    }

    private RepairedCases of(ConnectionSide side) {
        return sides.stream().filter(cases -> cases.side() == side).findFirst().orElseThrow();
    }
}
