package org.serviceexchange.checker.pair;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.serviceexchange.checker.walk.DrawnError;
import org.serviceexchange.checker.walk.NoWayOn;
import org.serviceexchange.checker.walk.StepCode;
import org.serviceexchange.connection.signature.FormerPeerKeys;
import org.serviceexchange.connection.state.SharedRecords;
import org.serviceexchange.journal.Receipt;
import org.serviceexchange.kmf.KeyedHash;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.provider.authorization.ConnectAsUser;
import org.serviceexchange.provider.authorization.ContactMatch;
import org.serviceexchange.provider.authorization.GiveConsent;
import org.serviceexchange.provider.authorization.Grants;
import org.serviceexchange.provider.authorization.MatchContact;
import org.serviceexchange.provider.authorization.RecordMismatch;
import org.serviceexchange.provider.closing.CloseRegistration;
import org.serviceexchange.provider.closing.RequestRegistrationCancellation;
import org.serviceexchange.provider.invitation.CreateRegistrationTask;
import org.serviceexchange.provider.invitation.DeclineInvitation;
import org.serviceexchange.provider.invitation.RegistrationLinks;
import org.serviceexchange.provider.invitation.RenewRegistrationLink;
import org.serviceexchange.provider.invitation.RequestNewLink;
import org.serviceexchange.provider.invitation.WriteWorkNote;
import org.serviceexchange.provider.keyexchange.AbandonedKeys;
import org.serviceexchange.provider.keyexchange.ActivateConnectionAtProvider;
import org.serviceexchange.provider.keyexchange.CompleteRegistration;
import org.serviceexchange.provider.keyexchange.ExchangeFailures;
import org.serviceexchange.provider.keyexchange.ProbeAgain;
import org.serviceexchange.provider.keyexchange.ProbedConsumers;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationRequest;
import org.serviceexchange.provider.state.AdoptConsumerState;
import org.serviceexchange.provider.state.RegistrationRecords;
import org.serviceexchange.provider.validation.RecordFindings;

/** The provider with its real record and use cases, and the code behind the tasks of its process. */
final class ProviderOfPair implements StepCode {

    static final String NUMBER = "REG0001001";
    private static final int MOST_LINKS = 2;
    private static final String ADMIN = "admin";
    private static final List<Finding> FINDINGS = List.of(Finding.ofEarlier("a finding"));

    final ConnectAsUser connectAsUser;
    final GiveConsent giveConsent;
    final RequestNewLink requestNewLink;
    final RequestRegistrationCancellation requestCancellation;
    final DeclineInvitation declineInvitation;
    final ExchangeFailures exchangeFailures;
    final SharedRecords records;

    private static final Map<String, Set<String>> SETS = Map.of(
            "checkPrerequisitesDelegate", Set.of("findingsBeingResolved", "prerequisitesMet"),
            "createRegistrationTaskDelegate", Set.of("mailOn"),
            "renewRegistrationLinkDelegate", Set.of("mailOn"),
            "matchContactDelegate", Set.of("contactMatches"));
    private static final Set<String> IDLE = Set.of(
            "remindContactDelegate", "remindOfFindingsDelegate", "remindOfReviewDelegate", "reportSuspensionDelegate");

    private final Pair pair;
    private final ProbedConsumers probedConsumers;
    private final Map<String, Consumer<Map<String, Boolean>>> code = new HashMap<>();
    /** Who is logged in while the consumer connects; empty if nobody is. */
    private String connecting = "";

    ProviderOfPair(Pair pair, PairNetwork network) {
        this.pair = pair;
        PairPorts ports = pair.ports;
        OneRegistration registrations = pair.registrations;
        RegistrationTelling process = new RegistrationTelling(pair);
        ContactMatch match = new ContactMatch(ports.directory, ports.users);
        RecordMismatch mismatch = new RecordMismatch(registrations, ports.journal);
        Grants grants = Quiet.of(Grants.class, Map.of("removeOf", client -> pair.grant = ""));
        CloseRegistration close = new CloseRegistration(
                registrations,
                ports.endConnection,
                grants,
                ports.journal,
                ports.settings,
                ports.askedFirst,
                ports.clock);
        KeyedHash hash = (purpose, value) -> value;
        RegistrationLinks links = new RegistrationLinks(
                new CountedSecrets(this::generation),
                hash,
                ports.seals,
                ports.instanceKeys,
                PairPorts.instance(PairPorts.PROVIDER_URL),
                ports.settings,
                ports.clock);
        AbandonedKeys abandoned = new AbandonedKeys(ports.moduleKeys);
        connectAsUser = new ConnectAsUser(registrations, process, match, mismatch);
        giveConsent = new GiveConsent(registrations, process, ports.journal, ports.clock);
        requestNewLink = new RequestNewLink(registrations, process, ports.journal);
        requestCancellation = new RequestRegistrationCancellation(registrations, process, close, ports.journal);
        declineInvitation = new DeclineInvitation(registrations, links, process, close, ports.directory, ports.clock);
        exchangeFailures = new ExchangeFailures(registrations, process, ports.journal);
        records = new RegistrationRecords(
                registrations,
                new AdoptConsumerState(registrations, abandoned, close, new ProbeAgain(network), ports.journal),
                Quiet.of(FormerPeerKeys.class));
        probedConsumers = new ProbedConsumers(
                registrations,
                process,
                new TrustedProbes(ports),
                ports.moduleKeys,
                ports.journal,
                ports.notes,
                ports.clock);
        invitation(links, abandoned, new RecordFindings(registrations, ports.journal));
        authorization(new MatchContact(registrations, match, ports.journal, ports.clock), mismatch);
        ends(
                close,
                new ActivateConnectionAtProvider(
                        registrations,
                        network,
                        new CompleteRegistration(
                                registrations,
                                ports.moduleKeys,
                                ports.heartbeats,
                                ports.life,
                                ports.journal,
                                ports.clock)));
    }

    private void invitation(RegistrationLinks links, AbandonedKeys abandoned, RecordFindings recordFindings) {
        PairPorts ports = pair.ports;
        CreateRegistrationTask create = new CreateRegistrationTask(pair.registrations, links, ports.journal);
        RenewRegistrationLink renew = new RenewRegistrationLink(pair.registrations, links, abandoned, ports.journal);
        WriteWorkNote note = new WriteWorkNote(pair.registrations, ports.journal);
        code.put("receiveRegistrationRequestDelegate", values -> ordered());
        code.put("checkPrerequisitesDelegate", values -> check(recordFindings, values));
        code.put("createRegistrationTaskDelegate", values -> {
            create.create(NUMBER);
            values.put("mailOn", mailOn());
        });
        code.put("renewRegistrationLinkDelegate", values -> {
            if (generation() == MOST_LINKS) {
                throw new NoWayOn("More links show nothing new.");
            }
            renew.renew(NUMBER);
            pair.registrationCase.forgetMessages();
            values.put("mailOn", mailOn());
        });
        code.put("sendRegistrationEMailDelegate", values -> {
            if (!pair.choices.between(null, LocalizedMessage.of("checker.outcome.mailFails"))) {
                throw new DrawnError("deliveryFailed");
            }
        });
        code.put("writeWorkNoteDelegate", values -> note.mailIsOff(NUMBER));
        IDLE.forEach(idle -> code.put(idle, values -> {}));
    }

    private void authorization(MatchContact matchContact, RecordMismatch mismatch) {
        code.put("matchContactDelegate", values -> {
            values.put("contactMatches", matchContact.match(NUMBER, user()));
        });
        code.put("recordMismatchDelegate", values -> mismatch.record(NUMBER, user()));
    }

    private void ends(CloseRegistration close, ActivateConnectionAtProvider activate) {
        code.put(
                "activateConnectionDelegate",
                values -> activate.activate(NUMBER).record());
        code.put("expireRegistrationDelegate", values -> {
            pair.closing();
            close.expire(NUMBER);
        });
        code.put("cancelRegistrationDelegate", values -> close.cancel(NUMBER));
        code.put("declineRegistrationDelegate", values -> close.decline(NUMBER, ""));
        code.put("closeFailedRegistrationDelegate", values -> {
            if (pair.firing == null) {
                close.closeFailed(NUMBER);
            } else {
                pair.closing();
                close.notReviewed(NUMBER);
            }
        });
    }

    @Override
    public Set<String> sets(String name) {
        return SETS.getOrDefault(name, Set.of());
    }

    @Override
    public boolean isIdle(String name) {
        return IDLE.contains(name);
    }

    /** Whether there is such code. */
    boolean knows(String name) {
        return code.containsKey(name);
    }

    @Override
    public void run(String name, Map<String, Boolean> values) {
        Consumer<Map<String, Boolean>> known = code.get(name);
        if (known == null) {
            throw new NoWayOn(name);
        }
        known.accept(values);
    }

    /** The steps that follow while a user is logged in. */
    void connecting(String user, Runnable steps) {
        connecting = user;
        try {
            steps.run();
        } finally {
            connecting = "";
        }
    }

    /** A probe of the consumer has arrived. */
    List<Receipt> probed(String keyId) {
        if (probedConsumers.probe(keyId, new byte[0]).isEmpty()) {
            throw new Problem(ProblemCode.PEER_NOT_READY);
        }
        return List.of();
    }

    private String user() {
        if (connecting.isEmpty()) {
            throw new NoWayOn("Nobody is logged in while this step runs.");
        }
        return connecting;
    }

    private void ordered() {
        pair.registrations.add(Registration.requested(new RegistrationRequest(
                NUMBER, PairPorts.COMPANY, PairPorts.CONTACT, PairPorts.CONSUMER_URL, ADMIN, PairPorts.NOW)));
    }

    private void check(RecordFindings recordFindings, Map<String, Boolean> values) {
        boolean met = pair.choices.between(null, LocalizedMessage.of("checker.outcome.checksFail"));
        List<Finding> left = recordFindings
                .record(NUMBER, PairPorts.CONSUMER_URL, met ? List.of() : FINDINGS)
                .orElseThrow();
        values.put("findingsBeingResolved", pair.registrationCase.waitsAt("userTask_resolveValidationFindings"));
        values.put("prerequisitesMet", left.isEmpty());
    }

    private boolean mailOn() {
        return pair.choices.between(null, LocalizedMessage.of("checker.outcome.mailOff"));
    }

    private int generation() {
        return pair.registrations
                .find(NUMBER)
                .map(found -> found.snapshot().counterpart().generation())
                .orElse(0);
    }
}
