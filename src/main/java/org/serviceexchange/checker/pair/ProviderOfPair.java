package org.serviceexchange.checker.pair;

import java.util.List;
import java.util.Map;
import org.serviceexchange.connection.signature.FormerPeerKeys;
import org.serviceexchange.connection.state.SharedRecords;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.Receipt;
import org.serviceexchange.kmf.KeyedHash;
import org.serviceexchange.platform.message.LocalizedMessage;
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
import org.serviceexchange.provider.invitation.DeclineInvitation;
import org.serviceexchange.provider.invitation.RegistrationLinks;
import org.serviceexchange.provider.invitation.RequestNewLink;
import org.serviceexchange.provider.keyexchange.AbandonedKeys;
import org.serviceexchange.provider.keyexchange.ActivateConnectionAtProvider;
import org.serviceexchange.provider.keyexchange.CompleteRegistration;
import org.serviceexchange.provider.keyexchange.ExchangeFailures;
import org.serviceexchange.provider.keyexchange.ProbeAgain;
import org.serviceexchange.provider.keyexchange.ProbedConsumers;
import org.serviceexchange.provider.state.AdoptConsumerState;
import org.serviceexchange.provider.state.RegistrationRecords;
import org.serviceexchange.provider.validation.RecordFindings;

/** The provider with its real record and use cases. */
final class ProviderOfPair {

    static final String NUMBER = "REG0001001";

    final ConnectAsUser connectAsUser;
    final GiveConsent giveConsent;
    final RequestNewLink requestNewLink;
    final RequestRegistrationCancellation requestCancellation;
    final DeclineInvitation declineInvitation;
    final ExchangeFailures exchangeFailures;
    final SharedRecords records;
    final ProviderCode code;

    private final Pair pair;
    private final ProbedConsumers probedConsumers;
    private final CloseRegistration closeRegistration;
    private final RegistrationTelling process;

    ProviderOfPair(Pair pair, PairNetwork network) {
        this.pair = pair;
        code = new ProviderCode(pair);
        OneRegistration registrations = pair.registrations;
        Journal journal = pair.ports.journal;
        process = new RegistrationTelling(pair);
        ContactMatch match = new ContactMatch(pair.ports.directory, pair.ports.users);
        RecordMismatch mismatch = new RecordMismatch(registrations, journal);
        CloseRegistration close = close();
        closeRegistration = close;
        RegistrationLinks links = links();
        AbandonedKeys abandoned = new AbandonedKeys(pair.ports.moduleKeys);
        connectAsUser = new ConnectAsUser(registrations, process, match, mismatch);
        giveConsent = new GiveConsent(registrations, process, journal, pair.ports.clock);
        requestNewLink = new RequestNewLink(registrations, process, journal);
        requestCancellation = new RequestRegistrationCancellation(registrations, process, close, journal);
        declineInvitation =
                new DeclineInvitation(registrations, links, process, close, pair.ports.directory, pair.ports.clock);
        exchangeFailures = new ExchangeFailures(registrations, process, journal);
        records = new RegistrationRecords(
                registrations,
                new AdoptConsumerState(registrations, abandoned, close, new ProbeAgain(network), journal),
                Quiet.of(FormerPeerKeys.class));
        probedConsumers = probedConsumers(process);
        code.invitation(links, abandoned, new RecordFindings(registrations, journal));
        code.authorization(new MatchContact(registrations, match, journal, pair.ports.clock), mismatch);
        code.ends(close, activate(network));
    }

    private CloseRegistration close() {
        Grants grants = Quiet.of(Grants.class, Map.of("removeOf", client -> pair.grant = ""));
        PairPorts ports = pair.ports;
        return new CloseRegistration(
                pair.registrations,
                ports.endConnection,
                grants,
                ports.journal,
                ports.settings,
                ports.askedFirst,
                ports.clock);
    }

    private RegistrationLinks links() {
        KeyedHash hash = (purpose, value) -> value;
        return new RegistrationLinks(
                new CountedSecrets(this::generation),
                hash,
                pair.ports.seals,
                pair.ports.instanceKeys,
                PairPorts.instance(PairPorts.PROVIDER_URL),
                pair.ports.settings,
                pair.ports.clock);
    }

    private ProbedConsumers probedConsumers(RegistrationTelling process) {
        PairPorts ports = pair.ports;
        return new ProbedConsumers(
                pair.registrations,
                process,
                new TrustedProbes(ports),
                ports.moduleKeys,
                ports.journal,
                ports.notes,
                ports.clock);
    }

    private ActivateConnectionAtProvider activate(PairNetwork network) {
        PairPorts ports = pair.ports;
        return new ActivateConnectionAtProvider(
                pair.registrations,
                network,
                new CompleteRegistration(
                        pair.registrations,
                        ports.moduleKeys,
                        ports.heartbeats,
                        ports.life,
                        ports.journal,
                        ports.clock));
    }

    /** An approval was refused, or nobody gave it in time. */
    void notApproved() {
        closeRegistration.notApproved(NUMBER, LocalizedMessage.of("provider.reason.NOT_APPROVED"));
        process.cancel(NUMBER);
    }

    /** A probe of the consumer has arrived. */
    List<Receipt> probed(String keyId) {
        if (probedConsumers.probe(keyId, new byte[0]).isEmpty()) {
            throw new Problem(ProblemCode.PEER_NOT_READY);
        }
        return List.of();
    }

    /** Number of links that were made. */
    int generation() {
        return pair.registrations
                .find(NUMBER)
                .map(found -> found.snapshot().counterpart().generation())
                .orElse(0);
    }
}
