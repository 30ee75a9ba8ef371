package org.serviceexchange.checker.pair;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.serviceexchange.checker.walk.DrawnError;
import org.serviceexchange.consumer.authorization.AuthenticateAtProvider;
import org.serviceexchange.consumer.claim.ClaimRegistration;
import org.serviceexchange.consumer.claim.ClientKeys;
import org.serviceexchange.consumer.claim.ConnectToProvider;
import org.serviceexchange.consumer.closing.CloseConnection;
import org.serviceexchange.consumer.closing.ReplaceLostConnections;
import org.serviceexchange.consumer.keyexchange.ActivateConnectionAtConsumer;
import org.serviceexchange.consumer.keyexchange.ExchangeKeys;
import org.serviceexchange.consumer.keyexchange.KeyRing;
import org.serviceexchange.consumer.keyexchange.LivingProviders;
import org.serviceexchange.consumer.validation.CheckPrerequisitesAtConsumer;
import org.serviceexchange.consumer.validation.ConnectionPrerequisites;
import org.serviceexchange.journal.Author;
import org.serviceexchange.platform.message.LocalizedMessage;

/** The code behind the tasks of the consumer's process. */
final class ConsumerCode extends SideCode {

    private static final String NUMBER = ConsumerOfPair.NUMBER;
    private static final Map<String, Set<String>> SETS = Map.of(
            "checkPrerequisitesDelegate", Set.of("findingsBeingResolved", "prerequisitesMet"),
            "activateConnectionDelegate", Set.of("probedByProvider"));

    private final Pair pair;
    private final PairNetwork network;

    ConsumerCode(Pair pair, PairNetwork network) {
        super(Set.of(MAIL), SETS);
        this.pair = pair;
        this.network = network;
    }

    /** Checks and claim. */
    void claim(
            ConnectionTelling process,
            ConnectionPrerequisites prerequisites,
            AuthenticateAtProvider authenticate,
            CloseConnection close) {
        PairPorts ports = pair.ports;
        ClientKeys clientKeys = new ClientKeys(ports.moduleKeys);
        CheckPrerequisitesAtConsumer check =
                new CheckPrerequisitesAtConsumer(prerequisites, pair.connections, ports.journal);
        ConnectToProvider connect = new ConnectToProvider(
                pair.connections,
                ports.directory,
                clientKeys,
                new ReplaceLostConnections(pair.connections, close, ports.journal),
                ports.journal);
        ClaimRegistration claim =
                new ClaimRegistration(pair.connections, process, network, clientKeys, ports.seals, ports.journal);
        put("checkPrerequisitesDelegate", values -> {
            boolean met = check.check(NUMBER).record().isEmpty();
            values.put("findingsBeingResolved", pair.connectionCase.waitsAt("userTask_resolveValidationFindings"));
            values.put("prerequisitesMet", met);
        });
        put(
                "connectToProviderListener",
                values -> connect.connect(NUMBER, PairPorts.COMPANY, Author.of(ConsumerOfPair.PERSON)));
        put("claimRegistrationDelegate", values -> {
            Optional<LocalizedMessage> refusal = claim.claim(NUMBER).record();
            pair.connectionCase.forgetMessages();
            refused(refusal);
        });
        put("authenticateAtProviderListener", values -> authenticate.requireAuthenticated(NUMBER));
    }

    private static void refused(Optional<LocalizedMessage> reason) {
        if (reason.isPresent()) {
            throw new DrawnError("refused");
        }
    }

    /** The key exchange and the probes. */
    void keys(KeyRing keyRing, LivingProviders living) {
        PairPorts ports = pair.ports;
        ExchangeKeys exchange =
                new ExchangeKeys(pair.connections, network, keyRing, ports.seals, ports.journal, ports.clock);
        ActivateConnectionAtConsumer activate =
                new ActivateConnectionAtConsumer(pair.connections, network, keyRing, living, ports.life, ports.journal);
        put("exchangeKeysDelegate", values -> {
            switch (exchange.exchange(NUMBER).record().kind()) {
                case AGREED -> {}
                case AUTHORIZATION_EXPIRED -> throw new DrawnError("authorizationExpired");
                case REFUSED -> throw new DrawnError("refused");
            }
        });
        put(
                "activateConnectionDelegate",
                values ->
                        values.put("probedByProvider", activate.activate(NUMBER).record()));
    }

    /** All ends. */
    void ends(CloseConnection close) {
        put("expireConnectionDelegate", values -> {
            pair.closing();
            close.expire(NUMBER);
        });
        put("closeConnectionDelegate", values -> close.close(NUMBER));
        put("cancelConnectionDelegate", values -> close.cancel(NUMBER));
    }
}
