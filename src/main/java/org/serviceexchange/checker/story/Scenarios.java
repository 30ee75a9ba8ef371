package org.serviceexchange.checker.story;

import static org.serviceexchange.protocol.wire.ConnectionSide.CONSUMER;
import static org.serviceexchange.protocol.wire.ConnectionSide.PROVIDER;

import java.util.List;
import java.util.stream.Stream;
import org.serviceexchange.checker.model.DrawnElement;
import org.serviceexchange.checker.model.DrawnProcess;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.protocol.wire.ConnectionSide;

/** The scenarios that are told of every pair of processes. */
final class Scenarios {

    private static final String FAIL = "checksFail";
    private static final String LOST = "answerLost";
    private static final Move OPEN = Move.act(CONSUMER, "openLink");
    private static final Move ALLOW = Move.act(PROVIDER, "allow");
    private static final Move CONNECT = Move.task(CONSUMER, "userTask_connectToProvider");
    private static final Move NEW_LINK = Move.act(PROVIDER, "newLink");
    private static final Move SUSPENDED = Move.act(PROVIDER, "exchangesFail").atOnce();
    private static final Move REVIEW = Move.task(PROVIDER, "userTask_reviewSuspendedRegistration");

    private Scenarios() {}

    static List<Scenario> of(DrawnProcess registration, DrawnProcess connection) {
        return Stream.of(
                        Stream.of(Scenario.of("goesWell")),
                        invitation(),
                        checks(),
                        ends(),
                        authorization(),
                        keyExchange(),
                        approvals(PROVIDER, registration),
                        approvals(CONSUMER, connection))
                .flatMap(some -> some)
                .toList();
    }

    private static Stream<Scenario> invitation() {
        return Stream.of(
                Scenario.of("mailOff").but(Mishap.atProvider("mailOff", 1)),
                Scenario.of("mailFails").but(Mishap.atProvider("mailFails", 1)),
                Scenario.of("fasterThanMail").slowAt(PROVIDER),
                Scenario.of("reminded").with(Move.time(PROVIDER, "event_reminderDue")),
                Scenario.of("newLink").with(NEW_LINK),
                Scenario.of("newLinkAfterClaim").with(CONNECT, NEW_LINK),
                Scenario.of("formerLink").with(OPEN, NEW_LINK, CONNECT));
    }

    private static Stream<Scenario> checks() {
        String task = "userTask_resolveValidationFindings";
        Move again = Move.time(PROVIDER, "event_reCheckDue");
        return Stream.of(
                Scenario.of("checksFail").but(Mishap.atProvider(FAIL, 1)).with(Move.task(PROVIDER, task)),
                Scenario.of("checkedAgain")
                        .but(Mishap.atProvider(FAIL, 1))
                        .but(Mishap.atProvider(FAIL, 2))
                        .with(again, again),
                Scenario.of("neverResolved")
                        .but(Mishap.atProvider(FAIL, 1))
                        .with(
                                Move.time(PROVIDER, "event_findingsReminderDue"),
                                Move.time(PROVIDER, "event_notResolvedInTime")),
                Scenario.of("consumerChecksFail")
                        .but(Mishap.atConsumer(FAIL, 1))
                        .with(Move.task(CONSUMER, task)),
                Scenario.of("consumerCheckedAgain")
                        .but(Mishap.atConsumer(FAIL, 1))
                        .but(Mishap.atConsumer(FAIL, 2))
                        .with(Move.time(CONSUMER, "event_reCheckDue"), Move.time(CONSUMER, "event_reCheckDue")),
                Scenario.of("consumerNeverResolved")
                        .but(Mishap.atConsumer(FAIL, 1))
                        .with(Move.time(CONSUMER, "event_notResolvedInTime")));
    }

    private static Stream<Scenario> ends() {
        return Stream.of(
                Scenario.of("linkExpires").with(Move.time(PROVIDER, "event_linkExpired")),
                Scenario.of("linkExpiresAtConsumer").with(OPEN, Move.time(CONSUMER, "event_linkExpired")),
                Scenario.of("declined").with(Move.act(PROVIDER, "decline")),
                Scenario.of("cancelledByProvider").with(CONNECT, Move.act(PROVIDER, "cancelRegistration")),
                Scenario.of("cancelledByConsumer").with(CONNECT, Move.act(CONSUMER, "cancelConnection")));
    }

    private static Stream<Scenario> authorization() {
        Move contact = Move.act(PROVIDER, "contactLogsIn");
        return Stream.of(
                Scenario.of("stranger").with(Move.act(PROVIDER, "strangerLogsIn")),
                Scenario.of("contactTwice").with(contact, contact),
                Scenario.of("denied").with(Move.act(PROVIDER, "deny")),
                Scenario.of("browserGone").but(Mishap.atProvider("browserGone", 1)),
                Scenario.of("authorizationExpires")
                        .with(ALLOW, Move.act(PROVIDER, "tokenExpires").atOnce()));
    }

    private static Stream<Scenario> keyExchange() {
        return Stream.of(
                Scenario.of("claimAnswerLost").but(Mishap.atConsumer(LOST, 1)),
                Scenario.of("exchangeAnswerLost").but(Mishap.atConsumer(LOST, 2)),
                Scenario.of("probeAnswerLost").but(Mishap.atConsumer(LOST, 3)),
                Scenario.of("providerProbeAnswerLost").but(Mishap.atProvider(LOST, 1)),
                Scenario.of("suspended").with(ALLOW, SUSPENDED, Move.time(PROVIDER, "event_reviewReminderDue"), REVIEW),
                Scenario.of("suspendedAndClosed").with(ALLOW, SUSPENDED, REVIEW.sayingNo()),
                Scenario.of("notReviewed").with(ALLOW, SUSPENDED, Move.time(PROVIDER, "event_notReviewedInTime")));
    }

    /** Those of the approvals that an analyst has drawn. */
    private static Stream<Scenario> approvals(ConnectionSide side, DrawnProcess process) {
        LocalizedMessage of = LocalizedMessage.of("checker.side." + side);
        return process.elements().values().stream()
                .filter(DrawnElement::approval)
                .flatMap(task -> Stream.of(
                        Scenario.of(LocalizedMessage.of("story.title.approvalRefused", of, task.label()))
                                .with(Move.at(side, "approvalRefused", task.id())),
                        Scenario.of(LocalizedMessage.of("story.title.approvalEnds", of, task.label()))
                                .with(Move.at(side, "approvalEnds", task.id()))));
    }
}
