package org.serviceexchange.demo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.platform.settings.InstanceSettings.Mode;

class DemoDataTest {

    @ParameterizedTest
    @EnumSource(names = "DEMO", mode = EnumSource.Mode.EXCLUDE)
    void neverComesIntoARealInstance(Mode mode) {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> DemoData.requireDemo(settings(mode)))
                .withMessage("The profile demo adds users whose passwords everybody knows. "
                        + "It starts only with service-exchange.instance.mode=DEMO, not " + mode + ".");
    }

    @Test
    void isAllowedInDemoMode() {
        assertThatCode(() -> DemoData.requireDemo(settings(Mode.DEMO))).doesNotThrowAnyException();
    }

    private static InstanceSettings settings(Mode mode) {
        return new InstanceSettings("name", null, Path.of("home"), mode, "name", null);
    }
}
