package org.serviceexchange.kmf.keyring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.serviceexchange.Guarantee;
import org.serviceexchange.kmf.KmfContext;
import org.serviceexchange.kmf.MessageSeals;
import org.serviceexchange.kmf.ModuleKeys;
import org.serviceexchange.kmf.primitive.Xaes;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

class ModuleMessageSealsTest {

    private static final String MODULE = "CCN0001001";
    private static final byte[] DATA = "data".getBytes(UTF_8);
    private static final byte[] PLAIN = "plain".getBytes(UTF_8);

    @TempDir
    Path home;

    @Guarantee(
            of = MessageSeals.class,
            says = "A message opens only with the same key, for the same use and with the same associated data.")
    @Guarantee(
            of = MessageSeals.class,
            says =
                    "The keys of different uses are independent of each other and of what the module key itself protects.")
    @Test
    void sealsForOneKeyUseAndData() {
        try (var kmf = KmfContext.start(KmfContext.emptyDatabase("message_seals"), home, Clock.systemUTC())) {
            ModuleKeys moduleKeys = kmf.getBean(ModuleKeys.class);
            byte[] raw = new byte[32];
            raw[0] = 7;
            moduleKeys.add(MODULE, "out", "AES-256-GCM", "k", raw.clone());
            moduleKeys.add(MODULE, "in", "AES-256-GCM", "k", new byte[32]);
            moduleKeys.add("CCN0001002", "out", "AES-256-GCM", "k", new byte[32]);
            MessageSeals.Keys keys = kmf.getBean(MessageSeals.class).of(List.of(MODULE, "CCN0001002"));
            byte[] sealed = keys.seal(MODULE, "out", "k", "one use", DATA, PLAIN);

            assertThat(keys.open(MODULE, "out", "k", "one use", DATA, sealed)).hasValue(PLAIN);
            assertThat(keys.open(MODULE, "in", "k", "one use", DATA, sealed)).isEmpty();
            assertThat(keys.open("CCN0001002", "out", "k", "one use", DATA, sealed))
                    .isEmpty();
            assertThat(keys.open(MODULE, "out", "k", "other use", DATA, sealed)).isEmpty();
            assertThat(keys.open(MODULE, "out", "k", "one use", PLAIN, sealed)).isEmpty();
            assertThatThrownBy(() -> Xaes.open(raw, DATA, sealed))
                    .isInstanceOf(java.security.GeneralSecurityException.class);
        }
    }

    @Test
    void knowsTheKeysThatCanBeUsed() {
        try (var kmf = KmfContext.start(KmfContext.emptyDatabase("message_seals_usable"), home, Clock.systemUTC())) {
            ModuleKeys moduleKeys = kmf.getBean(ModuleKeys.class);
            MessageSeals seals = kmf.getBean(MessageSeals.class);
            moduleKeys.add(MODULE, "out", "AES-256-GCM", "k", new byte[32]);

            assertThat(seals.of(List.of(MODULE)).has(MODULE, "out", "k")).isTrue();
            assertThat(seals.of(List.of(MODULE)).has(MODULE, "in", "k")).isFalse();
            assertThat(seals.of(List.of()).has(MODULE, "out", "k")).isFalse();

            moduleKeys.destroyAll(MODULE);
            MessageSeals.Keys keys = seals.of(List.of(MODULE));
            assertThat(keys.has(MODULE, "out", "k")).isFalse();
            assertThatThrownBy(() -> keys.seal(MODULE, "out", "k", "use", DATA, PLAIN))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.KEY_UNKNOWN));
        }
    }
}
