package org.serviceexchange.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.serviceexchange.ServiceExchangeApplication;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

    private static final ApplicationModules MODULES = ApplicationModules.of(ServiceExchangeApplication.class);

    @Test
    void useOnlyWhatTheyDeclare() {
        MODULES.verify();
    }

    @Test
    void areTheOnesOfTheMap() {
        assertThat(MODULES.stream().map(ApplicationModule::getIdentifier).map(Object::toString))
                .containsExactlyInAnyOrder(
                        "platform",
                        "directory",
                        "account",
                        "block",
                        "approval",
                        "kmf",
                        "protocol",
                        "notice",
                        "connection",
                        "journal",
                        "center",
                        "api",
                        "backup",
                        "checker",
                        "rehearsal",
                        "command",
                        "workshop",
                        "webapps",
                        "provider",
                        "consumer",
                        "demo");
    }
}
