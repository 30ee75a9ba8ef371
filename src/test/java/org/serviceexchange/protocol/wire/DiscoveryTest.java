package org.serviceexchange.protocol.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.serviceexchange.MovableClock;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.protocol.TestKeys;

class DiscoveryTest {

    private final MovableClock clock = MovableClock.standing();
    private final TestKeys keys = new TestKeys("provider");
    private final Discovery discovery = discovery(keys.url());

    @Test
    void readsWhatAnInstanceSaysOfItself() {
        InstanceDescription description = discovery.read(discovery.describe(), keys.thumbprint());

        assertThat(description.name()).isEqualTo("test");
        assertThat(description.party().url()).isEqualTo("https://provider.example.com");
        assertThat(description.party().thumbprint()).isEqualTo(keys.thumbprint());
        assertThat(description.claims()).hasToString("https://provider.example.com/sx/v1/claims");
        assertThat(description.serverTime()).isEqualTo(clock.instant());
    }

    @Test
    void refusesAnInstanceThatIsNotThePinnedOne() {
        refuses(
                ProblemCode.PROVIDER_PIN_DIFFERS,
                () -> discovery.read(discovery.describe(), new TestKeys("stranger").thumbprint()));
    }

    @Test
    void refusesADescriptionWithAnyByteFlipped() {
        byte[] description = discovery.describe();
        for (int at = 0; at < description.length; at++) {
            byte[] flipped = description.clone();
            flipped[at] ^= 1;
            assertThatThrownBy(() -> discovery.read(flipped, keys.thumbprint()), "byte %d", at)
                    .isInstanceOf(Problem.class);
        }
    }

    @Test
    void tellsClocksThatDifferFromAnythingElse() {
        byte[] description = discovery.describe();
        clock.move(Duration.ofSeconds(9));
        assertThat(discovery.read(description, keys.thumbprint()).name()).isEqualTo("test");

        clock.move(Duration.ofSeconds(2));
        refuses(ProblemCode.CLOCKS_DIFFER, () -> discovery.read(description, keys.thumbprint()));
    }

    @Test
    void saysNothingWithoutABaseUrl() {
        refuses(ProblemCode.BASE_URL_NOT_SET, () -> discovery(null).describe());
    }

    private Discovery discovery(@Nullable String baseUrl) {
        URI address = baseUrl == null ? null : URI.create(baseUrl);
        return new Discovery(
                new InstanceSettings("test", address, Path.of("target"), InstanceSettings.Mode.STANDARD, "test", null),
                keys,
                clock);
    }

    private static void refuses(ProblemCode code, ThrowingCallable receiving) {
        assertThatThrownBy(receiving)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
