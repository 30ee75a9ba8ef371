package org.serviceexchange.approval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.serviceexchange.approval.Approval.Given;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/**
 * The approvals that the model of one case requires, and who gave them. Part of the record of the case.
 *
 * <p>Security guarantees: An approval is required as soon as the model of the case or a task of it says so, and stays required whatever
 * becomes of the model. One that takes a second person is never given by who requested the case, or by who gave another one.
 */
public record Approvals(List<Approval> all) {

    public static final Approvals NONE = new Approvals(List.of());

    public Approvals {
        all = List.copyOf(all);
    }

    /** The one with this id. */
    public Optional<Approval> find(String id) {
        return all.stream().filter(approval -> approval.id().equals(id)).findFirst();
    }

    /** The one that a person is asked for now. */
    public Optional<Approval> asked() {
        return all.stream().filter(approval -> approval.askedAt() != null).findFirst();
    }

    /** The first that is required before this and was not given. */
    public Optional<Approval> missing(ApprovalPlace before) {
        return all.stream()
                .filter(approval -> approval.before().compareTo(before) <= 0 && approval.given() == null)
                .findFirst();
    }

    /** Refuses what an approval is required before, with an {@code APPROVAL_MISSING} problem, until it is given. */
    public void require(ApprovalPlace before, String number) {
        missing(before).ifPresent(missing -> {
            throw new Problem(ProblemCode.APPROVAL_MISSING, number, missing.label());
        });
    }

    /** With those of a model; what is known of them already stays. */
    public Approvals requiring(Approvals model) {
        Stream<Approval> added = model.all.stream().filter(one -> find(one.id()).isEmpty());
        return new Approvals(Stream.concat(all.stream(), added).toList());
    }

    /** A person is asked for this one, perhaps once more. */
    public Approvals asked(Approval required, Instant at) {
        return requiring(new Approvals(List.of(required)))
                .with(approval -> approval.id().equals(required.id()), approval -> approval.asked(at));
    }

    /**
     * A person gave it.
     *
     * @param requester the person who requested the case, or who stands behind the program that did
     */
    public Approvals given(String id, Given by, String requester) {
        Approval open = requireAsked(id);
        boolean sameAgain = givenBy(by.by(), id).anyMatch(other -> open.bySecondPerson() || other.bySecondPerson());
        if (sameAgain || (open.bySecondPerson() && by.by().equals(requester))) {
            throw new Problem(ProblemCode.SECOND_PERSON_NEEDED, open.label());
        }
        return with(approval -> approval.id().equals(id), approval -> approval.given(by));
    }

    /** The one that is asked for; an {@code APPROVAL_NOT_ASKED} problem if this one is not. */
    public Approval requireAsked(String id) {
        return find(id).filter(approval -> approval.askedAt() != null)
                .orElseThrow(() -> new Problem(ProblemCode.APPROVAL_NOT_ASKED));
    }

    /** After a new link: what was approved of the key exchange with an earlier one counts no more. */
    public Approvals renewed() {
        return with(approval -> approval.before() != ApprovalPlace.LINK, approval -> approval.asked(null));
    }

    /** After the case became one about somebody else: nothing that was given counts any more. Whoever is asked now is asked still. */
    public Approvals anew() {
        return with(approval -> true, approval -> approval.asked(approval.askedAt()));
    }

    /** The case is over, and nobody is asked any more. */
    public Approvals withdrawn() {
        return with(approval -> true, Approval::withdrawn);
    }

    private Stream<Approval> givenBy(String person, String exceptId) {
        return all.stream()
                .filter(other -> !other.id().equals(exceptId)
                        && other.given() != null
                        && other.given().by().equals(person));
    }

    private Approvals with(Predicate<Approval> which, UnaryOperator<Approval> change) {
        List<Approval> changed = new ArrayList<>(all);
        changed.replaceAll(approval -> which.test(approval) ? change.apply(approval) : approval);
        return new Approvals(changed);
    }
}
