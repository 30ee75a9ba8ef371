package org.serviceexchange.platform.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.platform.engine.SharedMappings;

/** Counts what a login costs instead of measuring its time. */
class ConstantWorkPasswordCheckTest {

    private static final CountingEncryptor PASSWORDS = new CountingEncryptor();
    private static ProcessEngine engine;

    private final IdentityService identities = engine.getIdentityService();

    @BeforeAll
    static void start() {
        var configuration = SharedMappings.in(new StandaloneInMemProcessEngineConfiguration());
        configuration.setJdbcUrl("jdbc:h2:mem:passwords-" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        configuration.setProcessEngineName("passwords");
        configuration.setJobExecutorActivate(false);
        configuration.setPasswordEncryptor(PASSWORDS);
        configuration.setIdentityProviderSessionFactory(new ConstantWorkPasswordCheck.Factory());
        engine = configuration.buildProcessEngine();
        save(engine.getIdentityService(), "known", "right");
        save(engine.getIdentityService(), "without", null);
    }

    private static void save(IdentityService identities, String id, String password) {
        var user = identities.newUser(id);
        user.setPassword(password);
        identities.saveUser(user);
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @BeforeEach
    void warm() {
        identities.checkPassword("nobody-yet", "anything");
        PASSWORDS.checked.clear();
        PASSWORDS.encrypted = 0;
    }

    @Test
    void acceptsTheRightPasswordOnly() {
        assertThat(identities.checkPassword("known", "right")).isTrue();
        assertThat(identities.checkPassword("known", "wrong")).isFalse();
        assertThat(identities.checkPassword("unknown", "right")).isFalse();
    }

    @Test
    void hashesThePasswordOnceForAnUnknownUserToo() {
        identities.checkPassword("known", "wrong");
        identities.checkPassword("unknown", "wrong");
        identities.checkPassword("without", "wrong");

        assertThat(PASSWORDS.checked).hasSize(3).allMatch(password -> password.startsWith("wrong"));
        assertThat(PASSWORDS.encrypted).isZero();
    }

    @Test
    void letsNobodyInWithThePasswordOfTheUserWhoDoesNotExist() {
        assertThat(identities.checkPassword("nobody", "nobody")).isFalse();
        assertThat(identities.checkPassword("without", "nobody")).isFalse();
        assertThat(identities.checkPassword("without", "")).isFalse();
    }

    @Test
    void locksNobodyOut() {
        for (int attempt = 0; attempt < 12; attempt++) {
            identities.checkPassword("known", "wrong");
        }

        assertThat(identities.checkPassword("known", "right")).isTrue();
    }

    /** Costs nothing and remembers what it was asked; a real one costs a tenth of a second each time. */
    private static final class CountingEncryptor implements PasswordEncryptor {

        final List<String> checked = new ArrayList<>();
        int encrypted;

        @Override
        public String encrypt(String password) {
            encrypted++;
            return "#" + password;
        }

        @Override
        public boolean check(String password, String encryptedPassword) {
            checked.add(password);
            return encryptedPassword.equals("#" + password);
        }

        @Override
        public String hashAlgorithmName() {
            return "counting";
        }
    }
}
