package org.serviceexchange.kmf.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.serviceexchange.kmf.Health;
import org.serviceexchange.kmf.KmfContext;
import org.serviceexchange.kmf.KmfHealth;

class DiagnosticsTest {

    @Test
    void isOperationalAfterTheFirstStart(@TempDir Path home) {
        try (var kmf =
                KmfContext.start(KmfContext.emptyDatabase("health-" + UUID.randomUUID()), home, Clock.systemUTC())) {
            KmfHealth health = kmf.getBean(KmfHealth.class);
            assertThat(health.report().components())
                    .extracting(row -> row.component() + ": " + row.message())
                    .containsExactly(
                            "File Key Store: The key store opens and fits this database.",
                            "Instance key encryption key: The key wraps and unwraps.",
                            "Instance HMAC key: All 5 key rows are as they were written.",
                            "Instance signature key: The key signs and verifies.",
                            "Instance encryption key: The key opens what is sealed to it.",
                            "Instance encrypter: Version 1 is in use; all versions open what they sealed.",
                            "Module keys: All 0 active module keys unwrap.",
                            "Random source: NativePRNG gives different draws without waiting.",
                            "Cryptographic provider: Bouncy Castle 1.87; known answers were right at start.",
                            "Clock: The clocks of machine and database agree.",
                            "Vault: Not configured.",
                            "PKI: Not configured.");
            assertThat(health.report().overall()).isEqualTo(Health.OPERATIONAL);
            assertThatCode(health::requireOperational).doesNotThrowAnyException();
        }
    }
}
