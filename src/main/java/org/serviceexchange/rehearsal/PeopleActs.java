package org.serviceexchange.rehearsal;

import static org.serviceexchange.protocol.wire.ConnectionSide.CONSUMER;
import static org.serviceexchange.protocol.wire.ConnectionSide.PROVIDER;

import java.net.URI;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.rehearsal.web.RehearsedPerson;
import org.serviceexchange.rehearsal.web.VisitedPage;

/** What people do in an onboarding, with their browsers on the pages of both sides. */
final class PeopleActs {

    private static final String BEGIN = "/connect/begin";
    private static final String AUTHORIZE = "/oauth2/authorize";
    private static final String SCOPE = "scope";

    private final RehearsedPair pair;
    private final Cast cast;
    private final OneCase of;
    private final Cast.Contact contact;
    private final RehearsedPerson visitor;
    private @Nullable VisitedPage consent;

    PeopleActs(RehearsedPair pair, Cast cast, OneCase of) {
        this.pair = pair;
        this.cast = cast;
        this.of = of;
        contact = cast.newContact();
        visitor = cast.admin(CONSUMER, Cast.FIRST);
    }

    void order() {
        RehearsedPerson admin = cast.admin(PROVIDER, Cast.FIRST);
        String path = "/registrations/new";
        VisitedPage form = admin.open(pair.side(PROVIDER).at(path + "?company=" + contact.company()));
        Map<String, String> entered = Map.of(
                "company", contact.company(),
                "contact", contact.user(),
                "url", pair.side(CONSUMER).address().toString());
        String number = last(admin.submit(form, path, entered));
        if (!number.startsWith("REG")) {
            throw new NotPossible(LocalizedMessage.of("rehearsal.refused", path));
        }
        of.registered(number);
    }

    private static String last(VisitedPage page) {
        String path = page.address().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    void openLink() {
        VisitedPage start = visitor.open(of.link());
        VisitedPage begin =
                start.asksFor(BEGIN) ? start : visitor.open(pair.side(CONSUMER).at("/connect/log-in"));
        of.connecting(last(visitor.submit(begin, BEGIN, Map.of())));
    }

    void decline() {
        VisitedPage ask = visitor.submit(visitor.open(of.link()), "/connect/decline", Map.of());
        visitor.submit(ask, ask.address().getPath(), Map.of("reason", ""));
    }

    void connectToProvider() {
        String page = "/connect/" + of.number(CONSUMER);
        VisitedPage choice = visitor.open(pair.side(CONSUMER).at(page));
        String company = choice.lastChoice("companyId")
                .orElseThrow(() -> new NotPossible(LocalizedMessage.of("rehearsal.refused", page)));
        visitor.submit(choice, page + "/company", Map.of("companyId", company));
    }

    /** The contact, or somebody else. */
    void logIn(boolean asContact) {
        cast.becomes(visitor, asContact ? contact : cast.stranger());
        consent = authenticate();
    }

    private VisitedPage authenticate() {
        return visitor.open(pair.side(CONSUMER).at("/connect/" + of.number(CONSUMER) + "/authenticate"));
    }

    /**
     * The contact allows or denies.
     *
     * @param goingBack whether the browser goes back to the consumer
     */
    void consent(boolean allowed, boolean goingBack) {
        VisitedPage asked = consent != null && consent.asksFor(AUTHORIZE) ? consent : authenticate();
        Map<String, String> answer = allowed ? Map.of(SCOPE, asked.value(SCOPE).orElse("")) : Map.of();
        Predicate<URI> never = next ->
                !goingBack && next.getPort() == pair.side(CONSUMER).address().getPort();
        visitor.submit(asked, AUTHORIZE, answer, never);
        consent = null;
    }

    /** An admin confirms something on a page of the record that asks first. */
    void confirm(ConnectionSide side, String act) {
        RehearsedPerson admin = cast.admin(side, Cast.FIRST);
        String path = page(side) + "/" + act;
        admin.submit(admin.open(pair.side(side).at(path)), path, Map.of());
    }

    /** Somebody who had nothing to do with the case approves or refuses. */
    void decide(ConnectionSide side, String task, boolean approve) {
        RehearsedPerson admin = cast.admin(side, Cast.SECOND);
        VisitedPage page = admin.open(pair.side(side).at(page(side)));
        admin.submit(
                page,
                page(side) + "/approvals/" + task,
                Map.of("reason", "", "decision", approve ? "approve" : "refuse"));
    }

    private String page(ConnectionSide side) {
        return (side == PROVIDER ? "/registrations/" : "/connections/") + of.number(side);
    }
}
