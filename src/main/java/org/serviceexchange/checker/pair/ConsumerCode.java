package org.serviceexchange.checker.pair;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.serviceexchange.checker.walk.DrawnError;
import org.serviceexchange.checker.walk.NoWayOn;
import org.serviceexchange.checker.walk.StepCode;
import org.serviceexchange.consumer.authorization.AuthenticateAtProvider;
import org.serviceexchange.consumer.claim.ClaimRegistration;
import org.serviceexchange.consumer.claim.ClientKeys;
import org.serviceexchange.consumer.claim.ConnectToProvider;
import org.serviceexchange.consumer.closing.CloseConnection;
import org.serviceexchange.consumer.keyexchange.ActivateConnectionAtConsumer;
import org.serviceexchange.consumer.keyexchange.ExchangeKeys;
import org.serviceexchange.consumer.keyexchange.KeyRing;
import org.serviceexchange.consumer.keyexchange.LivingProviders;
import org.serviceexchange.consumer.validation.CheckPrerequisitesAtConsumer;
import org.serviceexchange.consumer.validation.ConnectionPrerequisites;
import org.serviceexchange.journal.Author;
import org.serviceexchange.platform.message.LocalizedMessage;

/** The code behind the tasks of the consumer's process. */
final class ConsumerCode implements StepCode {

    private static final String NUMBER = ConsumerOfPair.NUMBER;
    private static final Map<String, Set<String>> SETS = Map.of(
            "checkPrerequisitesDelegate", Set.of("findingsBeingResolved", "prerequisitesMet"),
            "activateConnectionDelegate", Set.of("probedByProvider"));

    private final Pair pair;
    private final PairNetwork network;
    private final Map<String, Consumer<Map<String, Boolean>>> code = new HashMap<>();

    ConsumerCode(Pair pair, PairNetwork network) {
        this.pair = pair;
        this.network = network;
        code.put(ProviderCode.MAIL, values -> {});
    }

    /** Checks and claim. */
    void claim(ConnectionTelling process, ConnectionPrerequisites prerequisites, AuthenticateAtProvider authenticate) {
        PairPorts ports = pair.ports;
        ClientKeys clientKeys = new ClientKeys(ports.moduleKeys);
        CheckPrerequisitesAtConsumer check =
                new CheckPrerequisitesAtConsumer(prerequisites, pair.connections, ports.journal);
        ConnectToProvider connect = new ConnectToProvider(pair.connections, ports.directory, clientKeys, ports.journal);
        ClaimRegistration claim =
                new ClaimRegistration(pair.connections, process, network, clientKeys, ports.seals, ports.journal);
        code.put("checkPrerequisitesDelegate", values -> {
            boolean met = check.check(NUMBER).record().isEmpty();
            values.put("findingsBeingResolved", pair.connectionCase.waitsAt("userTask_resolveValidationFindings"));
            values.put("prerequisitesMet", met);
        });
        code.put(
                "connectToProviderListener",
                values -> connect.connect(NUMBER, PairPorts.COMPANY, Author.of(ConsumerOfPair.PERSON)));
        code.put("claimRegistrationDelegate", values -> {
            Optional<LocalizedMessage> refusal = claim.claim(NUMBER).record();
            pair.connectionCase.forgetMessages();
            refused(refusal);
        });
        code.put("authenticateAtProviderListener", values -> authenticate.requireAuthenticated(NUMBER));
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
        code.put("exchangeKeysDelegate", values -> {
            switch (exchange.exchange(NUMBER).record().kind()) {
                case AGREED -> {}
                case AUTHORIZATION_EXPIRED -> throw new DrawnError("authorizationExpired");
                case REFUSED -> throw new DrawnError("refused");
            }
        });
        code.put(
                "activateConnectionDelegate",
                values ->
                        values.put("probedByProvider", activate.activate(NUMBER).record()));
    }

    /** All ends. */
    void ends(CloseConnection close) {
        code.put("expireConnectionDelegate", values -> {
            pair.closing();
            close.expire(NUMBER);
        });
        code.put("closeConnectionDelegate", values -> close.close(NUMBER));
        code.put("cancelConnectionDelegate", values -> close.cancel(NUMBER));
    }

    @Override
    public Set<String> sets(String name) {
        return SETS.getOrDefault(name, Set.of());
    }

    @Override
    public boolean isIdle(String name) {
        return name.equals(ProviderCode.MAIL);
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
}
