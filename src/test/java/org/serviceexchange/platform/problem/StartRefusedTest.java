package org.serviceexchange.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

class StartRefusedTest {

    @Test
    void saysWhyAnInstanceDoesNotStart() {
        Problem problem = new Problem(ProblemCode.KEY_STORE_MISSING, "/data/key-store.bcfks");
        var analysis = new StartRefused().analyze(new BeanCreationException("keyHierarchy", "failed", problem));
        assertThat(analysis.getDescription())
                .isEqualTo("The database holds keys, but their key store /data/key-store.bcfks does not exist."
                        + " (SX-4006)");
        assertThat(analysis.getAction())
                .isEqualTo("Restore the file from the backup, or copy it from another node, and start again;"
                        + " it is never made anew next to existing keys.");
    }

    @Test
    void isKnownToTheStart() {
        assertThat(SpringFactoriesLoader.forDefaultResourceLocation(getClass().getClassLoader())
                        .load(FailureAnalyzer.class, (type, name, failure) -> {}))
                .hasAtLeastOneElementOfType(StartRefused.class);
    }
}
